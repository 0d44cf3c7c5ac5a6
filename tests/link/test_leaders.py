"""Groups that depend on the set of items alone."""

from hypothesis import given
from hypothesis import strategies as st

from whowhom.link import Groups, Item

NUMBERS = st.lists(st.integers(0, 60), unique=True, max_size=25)


def near(one, other):
    return 1.0 / (1 + abs(one - other)) if abs(one - other) <= 3 else None


def item(number):
    """A number that stands on the shelf of its ten and asks those beside it; a scrambled rank."""
    tens = number // 10
    asks = tuple(f"@{n}" for n in (tens - 1, tens, tens + 1))
    return Item(str(number), (number * 37 % 61, str(number)), (f"@{tens}",), asks, number)


def group(numbers, steps=1):
    groups = Groups(near)
    for start in range(steps):
        groups.update([item(number) for number in numbers[start::steps]])
    return {number: groups.leader_of(str(number)) for number in numbers}


@given(NUMBERS, st.randoms(), st.integers(1, 5))
def test_neither_order_nor_portions_matter(numbers, random, steps):
    shuffled = list(numbers)
    random.shuffle(shuffled)
    assert group(shuffled, steps) == group(numbers)


@given(NUMBERS, st.data())
def test_what_is_taken_away_leaves_nothing_behind(numbers, data):
    gone = data.draw(st.lists(st.sampled_from(numbers), unique=True)) if numbers else []
    left = [number for number in numbers if number not in gone]
    groups = Groups(near)
    groups.update([item(number) for number in numbers])
    groups.update([], [item(number) for number in gone])
    assert {number: groups.leader_of(str(number)) for number in left} == group(left)


@given(NUMBERS)
def test_everything_is_alike_to_its_leader(numbers):
    assert all(near(number, int(leader)) is not None for number, leader in group(numbers).items())


@given(NUMBERS, st.integers(1, 5))
def test_groups_that_are_kept_elsewhere_come_out_the_same(numbers, steps):
    kept, leaders, asked = {}, {}, []

    def fetch(names):
        asked.append(names)
        return [(one, leaders[one.key]) for one in kept.values() if set(one.files) & set(names)]

    for start in range(steps):
        added = [item(number) for number in numbers[start::steps]]
        leaders.update(Groups(near, fetch).update(added))
        kept.update({one.key: one for one in added})
    assert {number: leaders[str(number)] for number in numbers} == group(numbers)
    assert all(len(set(names)) == len(names) for names in asked)

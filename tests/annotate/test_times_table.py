"""Time words in sentences as news writes them: what is found, and the days it means on the day of the story."""

from __future__ import annotations

from datetime import date

import pytest
import spacy

from whowhom.annotate.times import find_times, resolve_time

TOKENS = spacy.blank("en")
SUN = date(2017, 1, 22)  # a Sunday
THU = date(2024, 2, 29)  # a Thursday, leap day
TUE = date(2021, 8, 17)  # a Tuesday
NEW = date(2016, 1, 2)  # a Saturday
PAST, WILL = False, True

# (sentence, day of the story, still to come, time words with their days); ".." is an open end
CASES = [
    # weekdays by tense
    ("Rebels attacked a convoy on Tuesday.", SUN, PAST, "Tuesday = 2017-01-17 day"),
    ("The ministers will meet on Tuesday.", SUN, WILL, "Tuesday = 2017-01-24 day"),
    ("Police said Thursday that five people were held.", TUE, PAST, "Thursday = 2021-08-12 day"),
    ("The court is to rule Wednesday.", TUE, WILL, "Wednesday = 2021-08-18 day"),
    ("The Taliban entered the city on Sunday.", TUE, PAST, "Sunday = 2021-08-15 day"),
    ("Shelling resumed late Monday night.", TUE, PAST, "late Monday night = 2021-08-16 day"),
    ("Troops crossed the river before dawn on Friday.", THU, PAST, "Friday = 2024-02-23 day"),
    ("Voting opens at 8 a.m. on Saturday.", THU, WILL, "Saturday = 2024-03-02 day"),
    ("The strike began at 5 p.m. Tuesday.", SUN, PAST, "Tuesday = 2017-01-17 day"),
    ("The truce took effect at midnight Thursday.", SUN, PAST, "Thursday = 2017-01-19 day"),
    ("He resigned Tuesday evening.", SUN, PAST, "Tuesday evening = 2017-01-17 day"),
    ("Clashes broke out early Wednesday morning.", SUN, PAST, "early Wednesday morning = 2017-01-18 day"),
    ("Monday's bombing killed twelve.", SUN, PAST, "Monday = 2017-01-16 day"),
    ("Sunday’s vote was delayed.", TUE, PAST, "Sunday = 2021-08-15 day"),
    ("They met on Mon. in Cairo.", SUN, PAST, "Mon = 2017-01-16 day"),
    # last, next, this
    ("Last Friday the army withdrew.", SUN, PAST, "Last Friday = 2017-01-20 day"),
    ("Talks resume next Monday.", SUN, WILL, "next Monday = 2017-01-23 day"),
    ("The envoy arrives this Wednesday.", SUN, WILL, "this Wednesday = 2017-01-25 day"),
    ("Two generals defected last week.", SUN, PAST, "last week = 2017-01-09/2017-01-15 week"),
    ("The delegation will travel next week.", TUE, WILL, "next week = 2021-08-23/2021-08-29 week"),
    ("Prices rose this week.", TUE, PAST, "this week = 2021-08-16/2021-08-22 week"),
    ("The pact was signed last month.", NEW, PAST, "last month = 2015-12-01/2015-12-31 month"),
    ("He visits Tokyo next month.", date(2016, 12, 9), WILL, "next month = 2017-01-01/2017-01-31 month"),
    ("The group split last year.", NEW, PAST, "last year = 2015-01-01/2015-12-31 year"),
    ("Elections are due next year.", TUE, WILL, "next year = 2022-01-01/2022-12-31 year"),
    ("Fighting flared last weekend.", THU, PAST, "last weekend = 2024-02-24/2024-02-25 range"),
    ("They will march this weekend.", THU, WILL, "this weekend = 2024-03-02/2024-03-03 range"),
    ("A summit is planned for next weekend.", THU, WILL, "next weekend = 2024-03-02/2024-03-03 range"),
    ("Protests erupted over the weekend.", TUE, PAST, "the weekend = 2021-08-14/2021-08-15 range"),
    ("He took power last August.", THU, PAST, "last August = 2023-08-01/2023-08-31 month"),
    ("The base closes next June.", THU, WILL, "next June = 2024-06-01/2024-06-30 month"),
    ("The bill passed this January.", THU, PAST, "this January = 2024-01-01/2024-01-31 month"),
    ("Rebels seized the town earlier this month.", TUE, PAST, "earlier this month = 2021-08-01/2021-08-17 range"),
    ("A vote is expected later this year.", TUE, WILL, "later this year = 2021-08-17/2021-12-31 range"),
    ("Aid arrived late last month.", TUE, PAST, "late last month = 2021-07-21/2021-07-31 range"),
    ("He was ousted late last year.", THU, PAST, "late last year = 2023-09-01/2023-12-31 range"),
    ("Talks start early next week.", TUE, WILL, "early next week = 2021-08-23/2021-08-24 range"),
    # months and their parts
    ("The offensive began in early March.", THU, PAST, "early March = 2023-03-01/2023-03-10 range"),
    ("The offensive begins in early March.", THU, WILL, "early March = 2024-03-01/2024-03-10 range"),
    ("They signed a deal in late 2015.", SUN, PAST, "late 2015 = 2015-09-01/2015-12-31 range"),
    ("The siege ended in mid-December.", SUN, PAST, "mid-December = 2016-12-11/2016-12-20 range"),
    ("Rains came in mid-2016.", SUN, PAST, "mid-2016 = 2016-05-01/2016-08-31 range"),
    ("The embassy closed in July 2012.", None, PAST, "July 2012 = 2012-07-01/2012-07-31 month"),
    ("At the end of February he fled.", SUN, PAST, "the end of February = 2016-02-21/2016-02-29 range"),
    ("The deadline falls at the end of the month.", TUE, WILL, "the end of the month = 2021-08-21/2021-08-31 range"),
    ("Since early January 2016 no aid came.", SUN, PAST, "Since early January 2016 = 2016-01-01/2017-01-22 range"),
    ("He won in November.", SUN, PAST, "November = 2016-11-01/2016-11-30 month"),
    ("The vote is in November.", TUE, WILL, "November = 2021-11-01/2021-11-30 month"),
    # counted from today
    ("Two weeks ago the border was closed.", SUN, PAST, "Two weeks ago = 2017-01-02/2017-01-08 week"),
    ("She was freed three days ago.", SUN, PAST, "three days ago = 2017-01-19 day"),
    ("A year ago the group was banned.", TUE, PAST, "A year ago = 2020-01-01/2020-12-31 year"),
    ("About six months ago a truce was struck.", TUE, PAST, "six months ago = 2021-02-01/2021-02-28 month"),
    ("Twenty years ago he led a coup.", TUE, PAST, "Twenty years ago = 2001-01-01/2001-12-31 year"),
    ("More than a decade ago the war began.", TUE, PAST, "a decade ago = 2011-01-01/2011-12-31 year"),
    ("An hour ago a blast was heard.", SUN, PAST, "An hour ago = 2017-01-21/2017-01-22 range"),
    ("The law takes effect in two weeks.", SUN, WILL, "in two weeks = 2017-01-30/2017-02-05 week"),
    ("He will leave within 72 hours.", SUN, WILL, "within 72 hours = 2017-01-22/2017-01-25 range"),
    ("In the past two days 40 people died.", SUN, PAST, "the past two days = 2017-01-20/2017-01-22 range"),
    ("Over the past decade exports doubled.", TUE, PAST, "Over the past decade = 2011-08-17/2021-08-17 range"),
    ("In recent weeks attacks have increased.", SUN, PAST, "recent weeks = ../2017-01-22 range"),
    ("In the coming weeks envoys will meet.", SUN, WILL, "the coming weeks = 2017-01-22/.. range"),
    # named days
    ("The king abdicated today.", TUE, PAST, "today = 2021-08-17 day"),
    ("He will speak tonight.", TUE, WILL, "tonight = 2021-08-17 day"),
    ("Two soldiers were shot overnight.", TUE, PAST, "overnight = 2021-08-16/2021-08-17 range"),
    ("Shops were looted last night.", TUE, PAST, "last night = 2021-08-16 day"),
    ("The pair met yesterday.", THU, PAST, "yesterday = 2024-02-28 day"),
    ("They sign tomorrow.", THU, WILL, "tomorrow = 2024-03-01 day"),
    ("Parliament meets the day after tomorrow.", THU, WILL, "the day after tomorrow = 2024-03-02 day"),
    ("A mortar hit the market this morning.", TUE, PAST, "this morning = 2021-08-17 day"),
    ("He landed yesterday afternoon.", TUE, PAST, "yesterday afternoon = 2021-08-16 day"),
    # ranges and bounds
    ("He visits Paris from 3 to 5 May.", date(2018, 4, 20), WILL, "from 3 to 5 May = 2018-05-03/2018-05-05 range"),
    ("Between January and March 2016 they held four rounds.", SUN, PAST,
     "Between January and March 2016 = 2016-01-01/2016-03-31 range"),
    ("The talks run May 3-5.", date(2018, 4, 20), WILL, "May 3-5 = 2018-05-03/2018-05-05 range"),
    ("Voting runs from March 15 to 17, 2024.", THU, WILL, "from March 15 to 17, 2024 = 2024-03-15/2024-03-17 range"),
    ("The fair ran from 28 January to 3 February 2015.", SUN, PAST,
     "from 28 January to 3 February 2015 = 2015-01-28/2015-02-03 range"),
    ("The curfew lasts from Monday to Thursday.", SUN, WILL, "from Monday to Thursday = 2017-01-23/2017-01-26 range"),
    ("From 2011 to 2015 he was envoy.", SUN, PAST, "From 2011 to 2015 = 2011-01-01/2015-12-31 range"),
    ("He has been held since Friday.", SUN, PAST, "since Friday = 2017-01-20/2017-01-22 range"),
    ("It has been at war since March 2011.", SUN, PAST, "since March 2011 = 2011-03-01/2017-01-22 range"),
    ("The strike has gone on since last month.", SUN, PAST, "since last month = 2016-12-01/2017-01-22 range"),
    ("Rebels must leave by Friday.", SUN, WILL, "by Friday = ../2017-01-27 range"),
    ("Troops will be out by the end of the year.", TUE, WILL, "by the end of the year = ../2021-12-31 range"),
    ("The ceasefire holds until Sunday.", TUE, WILL, "until Sunday = ../2021-08-22 range"),
    ("He must reply before 1 March.", THU, WILL, "before 1 March = ../2024-02-29 range"),
    ("No flights are allowed after Tuesday.", SUN, WILL, "after Tuesday = 2017-01-25/.. range"),
    ("The ban begins 1 September.", TUE, WILL, "1 September = 2021-09-01 day"),
    ("Aid will flow through June.", date(2021, 5, 3), WILL, "through June = ../2021-06-30 range"),
    # years, decades, quarters, halves, seasons
    ("War broke out in 1998.", None, PAST, "1998 = 1998-01-01/1998-12-31 year"),
    ("The party was founded in the early 1990s.", None, PAST, "the early 1990s = 1990-01-01/1993-12-31 range"),
    ("He fought in the 1980s.", None, PAST, "the 1980s = 1980-01-01/1989-12-31 range"),
    ("In the first quarter of 2016 aid fell.", SUN, PAST, "the first quarter of 2016 = 2016-01-01/2016-03-31 range"),
    ("Exports fell in the third quarter.", SUN, PAST, "the third quarter = 2016-07-01/2016-09-30 range"),
    ("In the second half of 2015 arrivals rose.", SUN, PAST, "the second half of 2015 = 2015-07-01/2015-12-31 range"),
    ("Attacks rose in the first half of the year.", date(2016, 9, 1), PAST,
     "the first half of the year = 2016-01-01/2016-06-30 range"),
    ("They fled in the summer of 2015.", SUN, PAST, "the summer of 2015 = 2015-06-01/2015-08-31 range"),
    ("A truce was struck last spring.", SUN, PAST, "last spring = 2016-03-01/2016-05-31 range"),
    ("The summit is set for this autumn.", date(2016, 7, 1), WILL, "this autumn = 2016-09-01/2016-11-30 range"),
    ("He was exiled in winter 2013.", SUN, PAST, "winter 2013 = 2013-12-01/2014-02-28 range"),
    ("Elections were held in spring 2012.", SUN, PAST, "spring 2012 = 2012-03-01/2012-05-31 range"),
    # holidays with sure dates
    ("Gunmen stormed the club on New Year's Eve.", NEW, PAST, "New Year's Eve = 2015-12-31 day"),
    ("The truce starts on New Year’s Day.", date(2015, 12, 20), WILL, "New Year’s Day = 2016-01-01 day"),
    ("A church was hit on Christmas Day.", NEW, PAST, "Christmas Day = 2015-12-25 day"),
    ("They were freed on Christmas Eve.", SUN, PAST, "Christmas Eve = 2016-12-24 day"),
    ("Riots broke out on Boxing Day.", SUN, PAST, "Boxing Day = 2016-12-26 day"),
    ("Unions will rally on May Day.", date(2021, 4, 20), WILL, "May Day = 2021-05-01 day"),
    ("Women marched on International Women's Day.", date(2021, 3, 10), PAST, "International Women's Day = 2021-03-08 day"),
    ("He was shot on Valentine's Day.", THU, PAST, "Valentine's Day = 2024-02-14 day"),
    ("A truck hit the crowd on Bastille Day.", date(2016, 7, 20), PAST, "Bastille Day = 2016-07-14 day"),
    ("Fireworks are banned on the Fourth of July.", date(2021, 6, 20), WILL, "the Fourth of July = 2021-07-04 day"),
    ("Shots were fired on Christmas Eve 2014.", SUN, PAST, "Christmas Eve 2014 = 2014-12-24 day"),
    # days of a month, ISO and numbers
    ("The attack of 13 November 2015 shook Paris.", None, PAST, "13 November 2015 = 2015-11-13 day"),
    ("On Nov. 13, 2015, gunmen struck.", None, PAST, "Nov. 13, 2015 = 2015-11-13 day"),
    ("They meet on March 4.", THU, WILL, "March 4 = 2024-03-04 day"),
    ("They met on March 4.", THU, PAST, "March 4 = 2023-03-04 day"),
    ("On the 23rd of January the talks open.", SUN, WILL, "the 23rd of January = 2017-01-23 day"),
    ("He died on Monday, 16 January.", SUN, PAST, "Monday, 16 January = 2017-01-16 day"),
    ("The ruling came on 2015-06-30.", None, PAST, "2015-06-30 = 2015-06-30 day"),
    ("It was dated 2015/06/30.", None, PAST, "2015/06/30 = 2015-06-30 day"),
    ("It was signed on 30/06/2015.", None, PAST, "30/06/2015 = 2015-06-30 day"),
    ("It was signed on 06/30/2015.", None, PAST, "06/30/2015 = 2015-06-30 day"),
    ("It was signed on 30.06.2015.", None, PAST, "30.06.2015 = 2015-06-30 day"),
    ("It was signed on 03/04/2015.", None, PAST, "03/04/2015 = .. day"),
    ("He was born on 9 May, 1945.", None, PAST, "9 May, 1945 = 1945-05-09 day"),
    ("On the night of 15 July 2016 soldiers rose.", None, PAST, "the night of 15 July 2016 = 2016-07-15 day"),
    ("The coup of July 15 failed.", date(2016, 7, 20), PAST, "July 15 = 2016-07-15 day"),
    ("On the 15th of this month he flew out.", TUE, PAST, "the 15th of this month = 2021-08-15 day"),
    ("The two sides last met on 12 June.", TUE, PAST, "12 June = 2021-06-12 day"),
    ("Half a million fled in 2022 and 2023.", THU, PAST, "2022 and 2023 = 2022-01-01/2023-12-31 range"),
    ("Lawmakers vote Thursday on the bill.", TUE, WILL, "Thursday = 2021-08-19 day"),
    ("The blast occurred shortly after midnight on Sunday.", TUE, PAST, "Sunday = 2021-08-15 day"),
    ("By mid-May the camp was empty.", TUE, PAST, "By mid-May = ../2021-05-20 range"),
    ("The ban was lifted last Thursday.", TUE, PAST, "last Thursday = 2021-08-12 day"),
    # no date, no invention
    ("They fought for three days.", SUN, PAST, ""),
    ("The 24-hour curfew was lifted.", SUN, PAST, ""),
    ("A 25-year-old man was held.", SUN, PAST, ""),
    ("The September 11 attacks changed policy.", SUN, PAST, ""),
    ("Since 9/11 the rules have changed.", SUN, PAST, ""),
    ("Some 2015 soldiers went to 2000 villages.", SUN, PAST, ""),
    ("They paid $2015 and walked 1990 metres.", SUN, PAST, ""),
    ("Prime Minister May met Mr. March.", SUN, PAST, ""),
    ("The April 6 Youth Movement was banned.", SUN, PAST, ""),
    ("The March 14 alliance walked out.", SUN, PAST, ""),
    ("Relatives of the Bloody Sunday victims wept.", SUN, PAST, ""),
    ("The Good Friday Agreement holds.", SUN, PAST, ""),
    ("The Sunday Times reported it.", SUN, PAST, ""),
    ("He served a 10-year sentence.", SUN, PAST, ""),
    ("They may march again and again.", SUN, PAST, ""),
    ("The two-day visit went well.", SUN, PAST, ""),
    ("He is in his 50s.", SUN, PAST, ""),
    ("Resolution 2254 was adopted with 15 votes.", SUN, PAST, ""),
    ("She fell ill and the fall was hard.", SUN, PAST, ""),
    ("The army has 2,000 tanks and 1,999 guns.", SUN, PAST, ""),
    ("They waited all day for the second time.", SUN, PAST, ""),
    ("Gunmen shot three people at 5 p.m.", SUN, PAST, ""),
]  # fmt: skip

# (words, language, day of the story, still to come, days)
FOREIGN = [
    ("am 3. Mai 2016", "de", None, PAST, "2016-05-03 day"),
    ("letzte Woche", "de", SUN, PAST, "2017-01-09/2017-01-15 week"),
    ("am Dienstag", "de", SUN, PAST, "2017-01-17 day"),
    ("gestern", "de", SUN, PAST, "2017-01-21 day"),
    ("im März 2015", "de", None, PAST, "2015-03-01/2015-03-31 month"),
    ("vor zwei Wochen", "de", SUN, PAST, "2017-01-02/2017-01-08 week"),
    ("le 3 mai 2016", "fr", None, PAST, "2016-05-03 day"),
    ("la semaine dernière", "fr", SUN, PAST, "2017-01-09/2017-01-15 week"),
    ("mardi", "fr", SUN, PAST, "2017-01-17 day"),
    ("lundi prochain", "fr", SUN, WILL, "2017-01-23 day"),
    ("il y a deux semaines", "fr", SUN, PAST, "2017-01-02/2017-01-08 week"),
    ("en août 2014", "fr", None, PAST, "2014-08-01/2014-08-31 month"),
    ("el 3 de mayo de 2016", "es", None, PAST, "2016-05-03 day"),
    ("la semana pasada", "es", SUN, PAST, "2017-01-09/2017-01-15 week"),
    ("el miércoles", "es", SUN, WILL, "2017-01-25 day"),
    ("hace dos semanas", "es", SUN, PAST, "2017-01-02/2017-01-08 week"),
    ("ayer", "es", SUN, PAST, "2017-01-21 day"),
    ("em 3 de maio de 2016", "pt", None, PAST, "2016-05-03 day"),
    ("na terça-feira", "pt", SUN, PAST, "2017-01-17 day"),
    ("na semana passada", "pt", SUN, PAST, "2017-01-09/2017-01-15 week"),
    ("ontem", "pt", SUN, PAST, "2017-01-21 day"),
    ("il 3 maggio 2016", "it", None, PAST, "2016-05-03 day"),
    ("la settimana scorsa", "it", SUN, PAST, "2017-01-09/2017-01-15 week"),
    ("martedì", "it", SUN, PAST, "2017-01-17 day"),
    ("3 мая 2016 года", "ru", None, PAST, "2016-05-03 day"),
    ("на прошлой неделе", "ru", SUN, PAST, "2017-01-09/2017-01-15 week"),
    ("во вторник", "ru", SUN, PAST, "2017-01-17 day"),
    ("вчера", "ru", SUN, PAST, "2017-01-21 day"),
    ("3 مايو 2016", "ar", None, PAST, "2016-05-03 day"),
    ("٣ مايو ٢٠١٦", "ar", None, PAST, "2016-05-03 day"),
    ("يوم الثلاثاء", "ar", SUN, PAST, "2017-01-17 day"),
    ("الأسبوع الماضي", "ar", SUN, PAST, "2017-01-09/2017-01-15 week"),
    ("أمس", "ar", SUN, PAST, "2017-01-21 day"),
]

# (words, day of the story, last day told before, days)
TOLD = [
    ("the previous day", SUN, date(2017, 1, 17), "2017-01-16 day"),
    ("the following day", SUN, date(2017, 1, 17), "2017-01-18 day"),
    ("the next day", SUN, date(2017, 1, 17), "2017-01-18 day"),
    ("the same day", SUN, date(2017, 1, 17), "2017-01-17 day"),
    ("two days later", SUN, date(2017, 1, 17), "2017-01-19 day"),
    ("a day earlier", SUN, date(2017, 1, 17), "2017-01-16 day"),
    ("a week later", SUN, date(2016, 11, 8), "2016-11-14/2016-11-20 week"),
    ("three months later", SUN, date(2016, 8, 8), "2016-11-01/2016-11-30 month"),
    ("the following week", SUN, date(2016, 11, 8), "2016-11-14/2016-11-20 week"),
    ("the day before", SUN, date(2016, 11, 8), "2016-11-07 day"),
]


def days_of(told: object) -> str:
    """ "2017-01-16/2017-01-22 week", as the tables write it."""
    first, last, grain = (getattr(told, name) for name in ("from_", "to", "grain"))
    if first is None and last is None:
        return f".. {grain}"
    return f"{first} {grain}" if first == last else f"{first or '..'}/{last or '..'} {grain}"


@pytest.mark.parametrize(("sentence", "anchor", "future", "expected"), CASES)
def test_sentences(sentence: str, anchor: date | None, future: bool, expected: str) -> None:
    doc = TOKENS(sentence)
    spans = [doc[start:end].text for start, end in find_times([token.text for token in doc])]
    told = [f"{text} = {days_of(resolve_time(text, anchor=anchor, future=future))}" for text in spans]
    assert told == [expected][: bool(expected)]


@pytest.mark.parametrize(("text", "language", "anchor", "future", "expected"), FOREIGN)
def test_other_languages(text: str, language: str, anchor: date | None, future: bool, expected: str) -> None:
    assert days_of(resolve_time(text, anchor=anchor, future=future, language=language)) == expected


@pytest.mark.parametrize(("text", "anchor", "told", "expected"), TOLD)
def test_counted_from_the_day_told_last(text: str, anchor: date, told: date, expected: str) -> None:
    assert days_of(resolve_time(text, anchor=anchor, told=told)) == expected


@pytest.mark.parametrize(
    ("day_first", "expected"), [(True, "2015-04-03 day"), (False, "2015-03-04 day"), (None, ".. day")]
)
def test_numbers_after_the_countrys_way(day_first: bool | None, expected: str) -> None:
    assert days_of(resolve_time("03/04/2015", anchor=SUN, day_first=day_first)) == expected

"""Small hand-made pages that the tests of this room share."""

from __future__ import annotations

PARAGRAPHS = (
    "Delegations from six countries met in the old harbour hall on Monday and agreed on an agenda for the week.",
    "The host said that two working groups would begin on Tuesday, one on borders and one on the return of families.",
    "A spokesman for the northern delegation declined to say whether its foreign minister would attend the final session.",
    "Observers had doubted until the weekend that all parties would come, after last month's walkout over seating.",
)


def page(
    body: str = "", *, head: str = "", headline: str = "Harbour talks open with six delegations", after: str = ""
) -> str:
    """A plain news page around four paragraphs; ``body`` stands under the headline, ``after`` behind the text."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head><title>{headline} | The Harbour Post</title>"
        f"<meta property='og:site_name' content='The Harbour Post'>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>"
        f"<article><h1>{headline}</h1>{body}<div class='entry-content'>{text}</div></article>{after}"
        "<footer><p>Copyright The Harbour Post</p></footer></body></html>"
    )

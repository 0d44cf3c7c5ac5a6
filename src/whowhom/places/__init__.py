"""Where: the gazetteer of countries, regions and cities, and the choice between places of one name."""

from whowhom.places.choose import choose_place
from whowhom.places.find import Found, find_places
from whowhom.places.gazetteer import Gazetteer, Place
from whowhom.places.load import load_gazetteer
from whowhom.places.story import Settled, StoryMap

__all__ = ["Found", "Gazetteer", "Place", "Settled", "StoryMap", "choose_place", "find_places", "load_gazetteer"]

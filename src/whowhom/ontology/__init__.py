"""PLOVER 2.0 and CAMEO as tables: types, modes, contexts, sectors, scores, folding and the mapping between the two."""

from whowhom.ontology.folding import fold
from whowhom.ontology.tables import Ontology, load_ontology

__all__ = ["Ontology", "fold", "load_ontology"]

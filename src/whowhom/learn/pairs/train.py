"""Fine-tuning in two stages, and cross-validation.

Stage one learns from the written sentences, where NONE is a sixteenth type; stage two from the gold, which has an event
in every pair. It is run from several seeds, whose weights are then averaged: they start from one point and so lie near
each other, and their mean is better than each. Word vectors stay as they are; lower layers learn slower; the weights
that are kept are a running mean.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import Tensor

from whowhom.coding.encoder import MARKERS
from whowhom.learn.pairs.cases import ACTS, LABELS, NONE, QUADS, ROOTS, STATUSES, Case, split
from whowhom.learn.pairs.network import Logits, PairNetwork, load_tokenizer

_UNKNOWN = -1
_QUAD_OF = torch.tensor([QUADS[root] for root in ROOTS])
_POOL = 12
"""Batches whose cases are sorted by length together: little padding, still shuffled."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What the two stages share; found by cross-validation on the gold (docs/model.md)."""

    epochs: int = 6
    batch: int = 16
    rate: float = 1e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    warm_up: float = 0.1
    weight_decay: float = 0.01
    smoothing: float = 0.1
    mean_of: float = 0.99
    side_weight: float = 0.3  # act and status
    quad_weight: float = 0.5
    seed: int = 0
    seconds: int = 3


def fit(gold: Sequence[Case], written: Sequence[Case], recipe: Recipe) -> tuple[PairNetwork, Tokenizer]:
    """Both stages; the network with its mean weights."""
    first, tokenizer = fit_first(written, recipe)
    return fit_second(first, tokenizer, gold, recipe), tokenizer


def fit_first(written: Sequence[Case], recipe: Recipe) -> tuple[PairNetwork, Tokenizer]:
    """Stage one: the encoder taught by the written sentences."""
    torch.manual_seed(recipe.seed)
    tokenizer = load_tokenizer()
    network = PairNetwork([tokenizer.encode(marker, add_special_tokens=False).ids[0] for marker in MARKERS])
    return _learn(network, tokenizer, written, recipe), tokenizer


def fit_second(first: PairNetwork, tokenizer: Tokenizer, gold: Sequence[Case], recipe: Recipe) -> PairNetwork:
    """Stage two: copies of stage one taught by the gold, each from a seed of its own, and their mean."""
    taught = []
    for seed in range(recipe.seed + 1, recipe.seed + 1 + recipe.seconds):
        torch.manual_seed(seed)
        taught.append(_learn(copy.deepcopy(first), tokenizer, gold, replace(recipe, seed=seed)))
    mean = taught[0]
    with torch.no_grad():
        for name, weight in mean.named_parameters():
            weight.copy_(torch.stack([dict(t.named_parameters())[name] for t in taught]).mean(0))
    return mean


def cross_validate(
    gold: Sequence[Case], written: Sequence[Case], recipe: Recipe
) -> Iterator[tuple[Case, int, np.ndarray]]:
    """Each gold case with its fold and the logits of a network that saw no case of that fold."""
    first, tokenizer = fit_first(written, recipe)
    fold_of = split(gold)
    for fold in sorted(set(fold_of)):
        network = fit_second(first, tokenizer, [c for c, f in zip(gold, fold_of, strict=True) if f != fold], recipe)
        held = [case for case, f in zip(gold, fold_of, strict=True) if f == fold]
        for case, logits in zip(held, predict(network, tokenizer, held), strict=True):
            yield case, fold, logits


@torch.no_grad()
def predict(network: PairNetwork, tokenizer: Tokenizer, cases: Sequence[Case]) -> np.ndarray:
    """The logits of the types, one row a case."""
    network.eval()
    rows = []
    for case in cases:
        ids = torch.tensor([tokenizer.encode(case.text).ids])
        rows.append(network(ids, torch.ones_like(ids)).root[0].numpy())
    return np.stack(rows)


def _learn(network: PairNetwork, tokenizer: Tokenizer, cases: Sequence[Case], recipe: Recipe) -> PairNetwork:
    shuffler = random.Random(recipe.seed)
    rows = [tokenizer.encode(case.text).ids for case in cases]
    steps = recipe.epochs * -(-len(cases) // recipe.batch)
    optimiser = torch.optim.AdamW(_groups(network, recipe))
    warm = max(1, int(steps * recipe.warm_up))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )
    learned = [p for p in network.parameters() if p.requires_grad]
    means = [p.detach().clone() for p in learned]
    network.train()
    done = 0
    for _ in range(recipe.epochs):
        for picks in _batches(rows, recipe.batch, shuffler):
            loss = _loss(network, [cases[i] for i in picks], [rows[i] for i in picks], recipe)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learned, 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            done += 1
            rate = min(recipe.mean_of, (1 + done) / (10 + done))
            with torch.no_grad():
                for mean, weight in zip(means, learned, strict=True):
                    mean.lerp_(weight, 1 - rate)
    with torch.no_grad():
        for mean, weight in zip(means, learned, strict=True):
            weight.copy_(mean)
    return network.eval()


def _groups(network: PairNetwork, recipe: Recipe) -> list[dict[str, object]]:
    """Each weight with its rate: the lower the layer, the slower; what is new learns fastest."""
    depth = network.encoder.config.num_hidden_layers
    groups: list[dict[str, object]] = []
    for name, weight in network.named_parameters():
        if not weight.requires_grad:
            continue
        if not name.startswith("encoder."):
            rate = recipe.head_rate
        else:
            layer = int(name.split(".layer.")[1].split(".")[0]) if ".layer." in name else -1
            rate = recipe.rate * recipe.layer_decay ** (depth - 1 - layer)
        decay = 0.0 if weight.ndim < 2 else recipe.weight_decay
        groups.append({"params": [weight], "lr": rate, "weight_decay": decay})
    return groups


def _batches(rows: Sequence[Sequence[int]], size: int, shuffler: random.Random) -> Iterator[list[int]]:
    order = list(range(len(rows)))
    shuffler.shuffle(order)
    batches: list[list[int]] = []
    for at in range(0, len(order), size * _POOL):
        pool = sorted(order[at : at + size * _POOL], key=lambda i: len(rows[i]))
        batches += [pool[b : b + size] for b in range(0, len(pool), size)]
    shuffler.shuffle(batches)
    yield from batches


def _pad(rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    width = max(map(len, rows))
    ids = torch.tensor([[*row, *[0] * (width - len(row))] for row in rows])
    mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows])
    return ids, mask


def _loss(network: PairNetwork, cases: Sequence[Case], rows: Sequence[Sequence[int]], recipe: Recipe) -> Tensor:
    ids, mask = _pad(rows)
    with torch.autocast("cpu", torch.bfloat16):
        out = network(ids, mask)
    out = Logits(*(logits.float() for logits in out))
    root = torch.tensor([LABELS.index(case.root) for case in cases])
    loss = _root_loss(out.root, root, [case.act is None for case in cases], recipe.smoothing)
    loss = loss + recipe.quad_weight * _quad_loss(out.root, root)
    for logits, names, known in (
        (out.act, ACTS, [case.act for case in cases]),
        (out.status, STATUSES, [case.status for case in cases]),
    ):
        target = torch.tensor([_UNKNOWN if name is None else names.index(name) for name in known])
        share = float((target != _UNKNOWN).float().mean())
        if share:
            side = F.cross_entropy(logits, target, ignore_index=_UNKNOWN)
            loss = loss + recipe.side_weight * share * side
    return loss


def _root_loss(logits: Tensor, root: Tensor, is_gold: Sequence[bool], smoothing: float) -> Tensor:
    """Cross-entropy over the types; a gold pair always has an event, so NONE does not compete there."""
    shut = torch.zeros_like(logits)
    shut[:, LABELS.index(NONE)] = torch.tensor([-30.0 if gold else 0.0 for gold in is_gold])
    shares = F.log_softmax(logits + shut, dim=-1)
    hard = -shares.gather(1, root[:, None]).squeeze(1)
    flat = -shares[:, : len(ROOTS)].mean(1)
    return ((1 - smoothing) * hard + smoothing * flat).mean()


def _quad_loss(logits: Tensor, root: Tensor) -> Tensor:
    """Cross-entropy of the quad class, whose share is the sum over its types."""
    shares = F.log_softmax(logits[:, : len(ROOTS)], dim=-1)
    quads = torch.stack([shares[:, quad == _QUAD_OF].logsumexp(1) for quad in range(4)], dim=1)
    known = root < len(ROOTS)
    target = _QUAD_OF[root.clamp(max=len(ROOTS) - 1)]
    return (-quads.gather(1, target[:, None]).squeeze(1) * known).mean()

"""A trained network as an ONNX file in 8-bit integers, with its tokenizer and a manifest."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer

from whowhom.coding.encoder import FILES, MANIFEST
from whowhom.learn.pairs.network import Logits, PairNetwork, write_labels


def export(network: PairNetwork, tokenizer: Tokenizer, out: Path) -> dict[str, float]:
    """Write the model's files; gives their sizes in megabytes."""
    out.mkdir(parents=True, exist_ok=True)
    weights, words = (out / name for name in FILES)
    with tempfile.TemporaryDirectory() as folder:
        full, clean = Path(folder) / "full.onnx", Path(folder) / "clean.onnx"
        _trace(network.eval(), full)
        quant_pre_process(str(full), str(clean), skip_symbolic_shape=True)
        quantize_dynamic(
            str(clean), str(weights), weight_type=QuantType.QInt8, per_channel=True, reduce_range=False,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )  # fmt: skip
    tokenizer.save(str(words))
    write_labels(out / MANIFEST, {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in (weights, words)})
    return {p.name: round(p.stat().st_size / 1e6, 2) for p in (weights, words)}


def _trace(network: PairNetwork, path: Path) -> None:
    """The graph in full precision; the number of pairs and of words is free."""
    markers = network.marker_ids
    ids = torch.tensor([[101, 5000, *markers, 102, 0], [101, 5000, 6000, *markers, 102]])
    mask = torch.tensor([[1] * 7 + [0], [1] * 8])  # with padding, or tracing drops the mask
    free = {0: "pair", 1: "word"}
    names = list(Logits._fields)
    torch.onnx.export(
        network, (ids, mask), str(path), dynamo=False, opset_version=17,
        input_names=["input_ids", "attention_mask"], output_names=names,
        dynamic_axes={"input_ids": free, "attention_mask": free, **{name: {0: "pair"} for name in names}},
    )  # fmt: skip

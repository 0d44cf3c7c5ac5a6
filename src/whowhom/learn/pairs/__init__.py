"""Training of the model that tells what stands between a marked pair (``coding.encoder``); needs the extra ``train``.

python -m whowhom.learn.pairs GOLD.tsv WRITTEN.tsv OUT_DIR      # train on everything and write the model
python -m whowhom.learn.pairs GOLD.tsv WRITTEN.tsv --folds TSV  # cross-validate on the gold; writes each answer
"""

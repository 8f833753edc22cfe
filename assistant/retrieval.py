"""Decides which questions are near a text, by meaning (Chroma) and by words (BM25), fused by reciprocal rank.

The one owner of chromadb. Refuses to know moves and stages; whoever asks filters (a `where` costs seven times the query
at this size). The index holds only our own knowledge, never a word of a person's.
"""

import math
import shutil
import time
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from assistant.encoder import DIMENSION, MODEL_ID, Encoder
from assistant.errors import IndexUnavailable
from assistant.pronouns import filled
from assistant.schemas import Question

_RANK_CONSTANT = 60
"""Of reciprocal rank fusion, as in Cormack, Clarke and Büttcher (2009)."""
_BATCH = 64
LIKELIEST = 300
"""Questions looked at for a message; a turn then costs the same however large the bank is."""


class Retriever:
    """Nearness of questions to a text; built once, then read by any thread."""

    def __init__(self, collection: Any, questions: Sequence[Question], encoder: Encoder) -> None:
        import bm25s
        import Stemmer

        self._collection, self._encoder = collection, encoder
        self._ids = [one.id for one in questions]
        self._bm25: Any = bm25s.BM25()
        self._tokenize: Callable[[list[str]], Any] = partial(
            bm25s.tokenize, stemmer=Stemmer.Stemmer("english"), show_progress=False
        )
        self._bm25.index(self._tokenize([bare(one.text) for one in questions]), show_progress=False)

    def ranking(self, text: str, vector: Sequence[float] | None = None) -> dict[str, float]:
        """Nearness of every question id to a text, or how likely it fits when a listener has given its vector."""
        return self.near(text) if vector is None else self.likely(vector)

    def likely(self, vector: Sequence[float]) -> dict[str, float]:
        """Log-likelihood of the `LIKELIEST` question ids, up to a constant: the product of the listener's vector and the question's.

        The listener's vector carries its heat in its length; the likeliest question has 0.
        """
        found = self._query(list(vector), include=["distances"], most=LIKELIEST)
        length = math.sqrt(sum(each * each for each in vector))
        scores = [(1.0 - float(each)) * length for each in found["distances"][0]]
        return {key: score - scores[0] for key, score in zip(found["ids"][0], scores, strict=True)}

    def near(self, text: str) -> dict[str, float]:
        """Nearness 0 to 1 of every question id; 1 for one that leads both rankings. Empty for a text without words."""
        if not any(char.isalnum() for char in text):
            return {}
        fused: dict[str, float] = {}
        for ranking in (self._by_meaning(text), self._by_words(text)):
            for rank, key in enumerate(ranking):
                fused[key] = fused.get(key, 0.0) + 1.0 / (_RANK_CONSTANT + rank)
        top = 2.0 / _RANK_CONSTANT
        return {key: value / top for key, value in fused.items()}

    def _by_meaning(self, text: str) -> list[str]:
        return list(self._query(self._encoder.encode([text])[0].tolist(), include=[])["ids"][0])

    def _query(self, vector: list[float], include: list[str], most: int | None = None) -> Any:
        results = min(most or len(self._ids), len(self._ids))
        try:
            return self._collection.query(query_embeddings=[vector], n_results=results, include=include)
        except Exception as error:  # chromadb raises its own, Rust's and sqlite's errors alike
            raise IndexUnavailable(
                f"The search index cannot be read ({type(error).__name__}); start Askwell again."
            ) from error

    def _by_words(self, text: str) -> list[str]:
        tokens = self._tokenize([text])
        if not tokens.vocab:
            return []
        order, scores = self._bm25.retrieve(tokens, k=len(self._ids), show_progress=False)
        return [self._ids[index] for index, score in zip(order[0], scores[0], strict=True) if score > 0]


def bare(text: str) -> str:
    """A question without its slots, as it is indexed."""
    return filled(text, "they").replace("“{quote}”", "").replace("“{word}”", "").replace("  ", " ")


def open_index(
    home: Path, questions: Sequence[Question], encoder: Encoder, progress: Callable[[str], None], server: str = ""
) -> Retriever:
    """Open the index, or build it with a progress line; one that is damaged is built anew by itself.

    The folder's name is the fingerprint of model and bank, so another model or bank never meets a stale index.
    """
    name = fingerprint(questions)
    if server:
        return Retriever(_on_server(server, name, questions, encoder, progress), questions, encoder)
    folder = home / "index" / name
    for attempt in range(2):
        try:
            return Retriever(_embedded(folder, name, questions, encoder, progress), questions, encoder)
        except Exception as error:  # whatever a damaged file makes chromadb raise, the remedy is the same
            if attempt or isinstance(error, OSError):
                raise IndexUnavailable(
                    f"The search index {folder} cannot be used ({error}); free some space there or set ASKWELL_HOME."
                ) from error
            progress("The search index is damaged and is built anew.")
            shutil.rmtree(folder, ignore_errors=True)
            folder = folder.with_name(f"{name}-{time.time_ns()}")  # chromadb remembers a path it failed on
    raise AssertionError("unreachable")


def fingerprint(questions: Sequence[Question]) -> str:
    """Sixteen hex characters over the model, its dimension and every question's id and text."""
    content = "\n".join([MODEL_ID, str(DIMENSION), *(f"{one.id} {one.text}" for one in questions)])
    return sha256(content.encode()).hexdigest()[:16]


def _chroma_settings() -> Any:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)  # a new one each time: chromadb keeps state in a reused object


def _embedded(
    folder: Path, name: str, questions: Sequence[Question], encoder: Encoder, progress: Callable[[str], None]
) -> Any:
    import chromadb

    newest = max(folder.parent.glob(f"{name}*"), key=lambda path: path.name, default=folder)
    fresh = not newest.exists()
    newest.mkdir(parents=True, exist_ok=True)
    client = chromadb.PersistentClient(path=str(newest), settings=_chroma_settings())
    collection = client.get_or_create_collection(
        "questions", embedding_function=None, metadata={"hnsw:space": "cosine"}
    )
    _fill(collection, questions, encoder, progress)
    if fresh:
        _drop_others(newest)
    return collection


def _on_server(
    server: str, name: str, questions: Sequence[Question], encoder: Encoder, progress: Callable[[str], None]
) -> Any:
    from urllib.parse import urlsplit

    import chromadb

    address = urlsplit(server if "//" in server else f"http://{server}")
    try:
        client = chromadb.HttpClient(
            host=address.hostname or "",
            port=address.port or 8000,
            ssl=address.scheme == "https",
            settings=_chroma_settings(),
        )
        collection = client.get_or_create_collection(
            f"questions-{name}", embedding_function=None, metadata={"hnsw:space": "cosine"}
        )
        _fill(collection, questions, encoder, progress)
    except Exception as error:  # refused, timed out, not a Chroma server: one sentence for all
        raise IndexUnavailable(
            f"The Chroma server at {server} cannot be used ({type(error).__name__}); start it, or unset ASKWELL_CHROMA_URL."
        ) from error
    return collection


def _fill(collection: Any, questions: Sequence[Question], encoder: Encoder, progress: Callable[[str], None]) -> None:
    """Put in what is missing; an index that holds every id is left alone."""
    held = set(collection.get(include=[])["ids"])
    wanted = [one for one in questions if one.id not in held]
    if not wanted:
        return
    began = time.perf_counter()
    for start in range(0, len(wanted), _BATCH):
        batch = wanted[start : start + _BATCH]
        vectors = _vectors(encoder, tuple(bare(one.text) for one in batch))
        collection.add(ids=[one.id for one in batch], embeddings=vectors.tolist())
        progress(f"Building the search index: {min(start + _BATCH, len(wanted))} of {len(wanted)} questions")
    progress(f"The search index was built in {time.perf_counter() - began:.1f} s; later starts reuse it.")


@lru_cache(maxsize=64)
def _vectors(encoder: Encoder, texts: tuple[str, ...]) -> Any:
    """One batch's vectors, remembered (100 KB a batch): whoever measures or tests builds an index again and again, at 3.5 s each."""
    return encoder.encode(texts)


def _drop_others(current: Path) -> None:
    for other in current.parent.iterdir():
        if other != current and not other.name.startswith(current.name[:16]):
            shutil.rmtree(other, ignore_errors=True)

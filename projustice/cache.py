"""Redis where it answers, the database where it does not: limits on guessing hold whatever has died.

Both may forget within minutes, so that a count begins again; none is ever taken for a reason to refuse.
"""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)
SILENT_SECONDS = 10  # for which Redis is not asked after it did not answer


class RedisOrDatabase(BaseCache):
    """A cache in Redis; while it is silent, in the table of the cache named `database`."""

    silent_until = 0.0

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._redis = RedisCache(server, params)

    def _either(self, ask: Callable[[BaseCache], Any]) -> Any:
        if time.monotonic() >= RedisOrDatabase.silent_until:
            try:
                return ask(self._redis)
            except (RedisError, OSError):
                RedisOrDatabase.silent_until = time.monotonic() + SILENT_SECONDS
                logger.warning("Redis does not answer: limits are kept in the database.")
        return ask(caches["database"])

    def add(self, key: Any, value: Any, timeout: Any = 300, version: int | None = None) -> bool:
        return bool(self._either(lambda cache: cache.add(key, value, timeout, version)))

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        return self._either(lambda cache: cache.get(key, default, version))

    def set(self, key: Any, value: Any, timeout: Any = 300, version: int | None = None) -> None:
        self._either(lambda cache: cache.set(key, value, timeout, version))

    def touch(self, key: Any, timeout: Any = 300, version: int | None = None) -> bool:
        return bool(self._either(lambda cache: cache.touch(key, timeout, version)))

    def delete(self, key: Any, version: int | None = None) -> bool:
        return bool(self._either(lambda cache: cache.delete(key, version)))

    def clear(self) -> None:
        self._either(lambda cache: cache.clear())

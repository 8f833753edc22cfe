"""Decides what can be set and where it is read: ASKWELL_* in the environment, else askwell.toml in the current folder.

The only reader of the environment. Refuses to know what is done with a value.
"""

import os
from functools import cached_property
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from assistant.errors import SettingsMistake, StoreUnavailable

CONFIG_FILE = "askwell.toml"
PACKAGE = Path(__file__).parent


class Settings(BaseSettings):
    """Every setting of Askwell. In the environment each carries the prefix ASKWELL_."""

    model_config = SettingsConfigDict(
        env_prefix="ASKWELL_", frozen=True, extra="forbid", toml_file=CONFIG_FILE, env_ignore_empty=True
    )

    home: Path = Field(default_factory=lambda: user_data_path("askwell"), description="Folder for all data.")
    database_url: str = Field("", description="SQLAlchemy address; empty means SQLite in HOME.")
    chroma_url: str = Field("", description="Address of a Chroma server; empty means an embedded index in HOME.")
    host: str = Field("127.0.0.1", description="Address the page listens on.")
    port: int = Field(7860, ge=1, le=65535, description="Port the page listens on.")
    locale: str = Field("", description='Country of the help lines, e.g. "GB"; empty names the international ones.')
    helplines: Path | None = Field(None, description="YAML file with your own help lines, instead of the shipped ones.")
    model: str = Field("", description="provider:name of a language model; empty means the embedded voice.")
    base_url: str = Field("", description="Address of an OpenAI-compatible endpoint.")
    api_key: SecretStr = Field(SecretStr(""), description="Key for that endpoint; never logged, never stored.")
    timeout: float = Field(20.0, gt=0, le=600, description="Seconds a language model may take for one turn.")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is passed wins over the environment, which wins over the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @property
    def database(self) -> str:
        """SQLAlchemy address of the database in use."""
        return self.database_url or f"sqlite:///{self.home / 'askwell.sqlite3'}"

    @property
    def endpoint(self) -> tuple[str, str]:
        """Address and key of the language model, either may be empty; both are without MODEL.

        The fallback to OPENAI_BASE_URL and OPENAI_API_KEY holds for the provider `openai` alone: they are its variables.
        """
        if not self.model:
            return "", ""
        shared = os.environ if self.model.startswith("openai:") else {}
        key = self.api_key.get_secret_value() or shared.get("OPENAI_API_KEY", "")
        return self.base_url or shared.get("OPENAI_BASE_URL", ""), key

    @cached_property
    def country(self) -> str:
        """Two capital letters, or empty when no country is set ("en_GB.UTF-8" gives "GB")."""
        return self.locale.split(".")[0].split("_")[-1].upper() if self.locale else ""


def load(**overrides: Any) -> Settings:
    """Read the settings; a value that cannot be used ends in one sentence."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        first = error.errors()[0]
        name = "ASKWELL_" + "_".join(str(part) for part in first["loc"]).upper()
        shown = "(hidden)" if "KEY" in name else repr(first.get("input"))
        raise SettingsMistake(f"{name} is {shown}, which cannot be used: {first['msg']}; change or unset it.") from None
    except ValueError as error:
        raise SettingsMistake(f"{CONFIG_FILE} in this folder cannot be read ({error}); mend or remove it.") from None


def ensure_home(settings: Settings) -> Path:
    """Make the data folder, readable by its owner alone; raises StoreUnavailable when it cannot be written."""
    try:
        settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = settings.home / ".writable"
        probe.write_text("")
        probe.unlink()
    except OSError as error:
        raise StoreUnavailable(
            f"The data folder {settings.home} cannot be written ({error.strerror}); "
            "set ASKWELL_HOME to a folder you may write to."
        ) from None
    return settings.home


def shipped(name: str) -> Path:
    """Where `prompts`, `knowledge` or `evals` lie: inside an installed wheel, or at the root of a checkout."""
    packaged = PACKAGE / "_data" / name
    return packaged if packaged.is_dir() else PACKAGE.parent / name

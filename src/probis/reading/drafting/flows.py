"""Explanations and tables of inputs and outputs to Aliran, Hubungan, Penjelasan and Produk."""

import re

from probis.interchange.yaml.slug import Taken, product_flow_id, relation_id, slug
from probis.model import Aliran, Hubungan, JenisHubungan, Kutipan, Penjelasan, Produk
from probis.reading.drafting.organisation import Roster
from probis.reading.drafting.processes import Processes
from probis.reading.drafting.sheet import Sheet, capped, item, name, sentence
from probis.reading.makna import Makna
from probis.reading.names import folded

_MOST_ENDS = 40


class Products:
    """The products of a draft by their names."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._names: dict[str, str] = {}
        self.made: dict[str, Produk] = {}

    def take(self, kutipan: Kutipan, words: str) -> str:
        """Return the id of the product that is called so; a new one is added."""
        words = name(words)
        id_ = self._names.get(folded(words))
        if id_ is None:
            id_ = self._sheet.products.new(slug(words))
            self._names[folded(words)] = id_
            self.made[id_] = Produk(id=id_, nama=words, sumber=(self._sheet.source(kutipan),))
        self._sheet.became(f"produk/{id_}", kutipan)
        return id_


class Flows:
    """The flows, relations and sentences of a draft."""

    def __init__(self, sheet: Sheet, found: Processes, made: Roster, products: Products) -> None:
        self._sheet, self._processes, self._roster, self._products = sheet, found, made, products
        self._flow_ids, self._relation_ids = Taken(()), Taken(())
        self._flows: dict[tuple[str, str | None, str | None], Aliran] = {}
        self._relations: dict[tuple[JenisHubungan, str, str], Hubungan] = {}
        self.penjelasan: list[Penjelasan] = []
        self._explain()
        self._tables()

    @property
    def aliran(self) -> tuple[Aliran, ...]:
        """The flows, in the order of the text."""
        return tuple(self._flows.values())

    @property
    def hubungan(self) -> tuple[Hubungan, ...]:
        """The relations, in the order of the text."""
        return tuple(self._relations.values())

    def _explain(self) -> None:
        ids = Taken(())
        for number, kutipan in enumerate(capped(self._sheet.of(Makna.PENJELASAN)), 1):
            about: dict[str, None] = {}
            for told in self._sheet.under(kutipan, Makna.ALIRAN, Makna.HUBUNGAN):
                made = self._flow(told) if told.sebagai == Makna.ALIRAN else self._relation(told)
                about.update(dict.fromkeys(address.partition("/")[2] for address in made))
            printed = re.fullmatch(r"\d{1,4}", kutipan.nomor)
            nomor = max(1, int(printed.group())) if printed else number
            id_ = ids.new(f"nomor-{nomor}")
            self._sheet.became(f"penjelasan/{id_}", kutipan)
            if words := sentence(kutipan).rstrip(" .;"):
                source = (self._sheet.source(kutipan),)
                self.penjelasan.append(
                    Penjelasan(id=id_, nomor=nomor, bunyi=words, tentang=tuple(about), sumber=source)
                )

    def _end(self, kutipan: Kutipan) -> str | None:
        """The process, unit or party that an end names, or None where the text does not say it surely."""
        words = name(item(kutipan))
        found = self._processes.coded(kutipan.nomor, words) or self._processes.find(words)
        if found is None:
            other = self._roster.find(words)
            if other is not None and other not in self._roster.posts:
                found = other
        if found is None:
            found = self._processes.near("padanan-proses", kutipan, words) if words else None
        if found is not None:
            kind = "proses" if found in self._processes.entries else "unit" if found in self._roster.units else "pihak"
            self._sheet.became(f"{kind}/{found}", kutipan)
        return found

    def _ends(self, told: Kutipan, kind: Makna) -> list[str | None]:
        held = self._sheet.under(told, kind)[:_MOST_ENDS]
        known = [end for each in held if (end := self._end(each)) is not None]
        return list(dict.fromkeys(known)) or [None]

    def _flow(self, told: Kutipan) -> list[str]:
        sources, targets = self._ends(told, Makna.DARI), self._ends(told, Makna.KE)
        said: list[str] = []
        for each in self._sheet.under(told, Makna.PRODUK):
            words = item(each)
            if not words or (sources == [None] and targets == [None]):
                continue
            produk = self._products.take(each, words)
            for dari in sources:
                said += [made for ke in targets if (made := self.add(produk, dari, ke, told))]
        if said:
            self._sheet.became(said[0], told)
        return said

    def add(self, produk: str, dari: str | None, ke: str | None, told: Kutipan) -> str:
        """Add a flow and return its address; "" for one from a thing to itself, or open where another tells its end."""
        held = ((one, other) for thing, one, other in self._flows if thing == produk)
        if dari == ke or (ke is None and any(one == dari and other for one, other in held)):
            return ""
        key = (produk, dari, ke)
        if key not in self._flows:
            id_ = self._flow_ids.new(product_flow_id(produk, dari, ke))
            self._flows[key] = Aliran(id=id_, produk=produk, dari=dari, ke=ke, sumber=(self._sheet.source(told),))
        return f"aliran/{self._flows[key].id}"

    def _relation(self, told: Kutipan) -> list[str]:
        kind = next((each for each in JenisHubungan if each.value == told.nomor), None)
        said: list[str] = []
        if kind is None:
            return said
        for dari in self._ends(told, Makna.DARI):
            for ke in self._ends(told, Makna.KE):
                if dari is None or ke is None or dari == ke:
                    continue
                key = (kind, dari, ke)
                if key not in self._relations:
                    id_ = self._relation_ids.new(relation_id(kind.value, dari, ke))
                    source = (self._sheet.source(told),)
                    self._relations[key] = Hubungan(id=id_, jenis=kind, dari=dari, ke=ke, sumber=source)
                said.append(f"hubungan/{self._relations[key].id}")
        if said:
            self._sheet.became(said[0], told)
        return said

    def _tables(self) -> None:
        """Inputs and outputs that a row says of its process; who gives them where the row names one only."""
        for entry in list(self._processes.entries.values()):
            for place in entry.kutipan:
                for what, who, inward in (
                    (Makna.MASUKAN, Makna.PEMASOK, True),
                    (Makna.KELUARAN, Makna.PELANGGAN, False),
                ):
                    held = [each for each in self._sheet.under(place, what) if item(each)]
                    named = [each for each in self._sheet.under(place, who) if item(each)]
                    ends = [
                        self._processes.coded(e.nomor, item(e))
                        or self._processes.find(item(e))
                        or self._roster.take("pihak", e, name(item(e)))
                        for e in named
                    ]
                    other = ends[0] if len(ends) == 1 and ends[0] not in self._roster.posts else None
                    for each in held:
                        produk = self._products.take(each, item(each))
                        dari, ke = (other, entry.id) if inward else (entry.id, other)
                        self.add(produk, dari, ke, each)

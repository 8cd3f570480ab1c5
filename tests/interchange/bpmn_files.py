"""BPMN files by hand and by chance: every construct that probis tata lays out."""

from __future__ import annotations

from hypothesis import strategies as st

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"'
    ' xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="x">'
)

TASKS = ("task", "userTask", "serviceTask", "manualTask", "scriptTask", "businessRuleTask", "sendTask", "receiveTask")
GATEWAYS = ("exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway")
DEFINITIONS = (
    "message", "timer", "error", "escalation", "cancel", "compensate", "conditional", "link", "signal", "terminate",
)  # fmt: skip
WORDS = ("Periksa", "berkas", "permohonan", "a &amp; b", "dikembalikan?", "Ketidaklengkapanadministrasisekali", "")


def file(inside: str) -> bytes:
    """A whole file."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{HEAD}\n{inside}\n</definitions>\n'.encode()


EVERYTHING = file("""
  <category id="Cat"><categoryValue id="Val" value="Pemeriksaan"/></category>
  <collaboration id="C">
    <participant id="Dalam" name="Dinas" processRef="P"/>
    <participant id="Luar" name="Pemohon"/>
    <participant id="Lain" name="Mitra" processRef="Q"/>
    <messageFlow id="m1" name="permohonan" sourceRef="Luar" targetRef="mulai"/>
    <messageFlow id="m2" sourceRef="kirim" targetRef="Luar"/>
    <messageFlow id="m3" sourceRef="kirim" targetRef="terima"/>
    <messageFlow id="m4" sourceRef="Luar" targetRef="Lain"/>
    <textAnnotation id="catatan2"><text>Di luar proses</text></textAnnotation>
    <association id="as2" sourceRef="catatan2" targetRef="m2"/>
  </collaboration>
  <process id="P">
    <laneSet>
      <lane id="L1" name="Loket">
        <flowNodeRef>mulai</flowNodeRef><flowNodeRef>periksa</flowNodeRef><flowNodeRef>pilih</flowNodeRef>
      </lane>
      <lane id="L2" name="Bidang">
        <flowNodeRef>sub</flowNodeRef>
        <childLaneSet>
          <lane id="L21" name="Kepala"><flowNodeRef>kirim</flowNodeRef></lane>
          <lane id="L22" name="Staf"><flowNodeRef>panggil</flowNodeRef><flowNodeRef>selesai</flowNodeRef></lane>
        </childLaneSet>
      </lane>
      <lane id="L3" name="Kosong"/>
    </laneSet>
    <startEvent id="mulai" name="Permohonan masuk"><messageEventDefinition/></startEvent>
    <userTask id="periksa" name="Periksa"><categoryValueRef>Val</categoryValueRef>
      <dataInputAssociation id="din"><sourceRef>berkas</sourceRef></dataInputAssociation>
      <dataOutputAssociation id="dout"><targetRef>basis</targetRef></dataOutputAssociation>
    </userTask>
    <boundaryEvent id="lewat" name="3 hari" attachedToRef="periksa"><timerEventDefinition/></boundaryEvent>
    <exclusiveGateway id="pilih" name="Lengkap?"><categoryValueRef>Val</categoryValueRef></exclusiveGateway>
    <subProcess id="sub" name="Nilai">
      <startEvent id="s1"/><task id="s2" name="Hitung"/><endEvent id="s3"/>
      <sequenceFlow id="sf1" sourceRef="s1" targetRef="s2"/><sequenceFlow id="sf2" sourceRef="s2" targetRef="s3"/>
      <subProcess id="dalam" name="Lebih dalam"><task id="s4"/></subProcess>
      <textAnnotation id="catatan3"><text>Rumus</text></textAnnotation>
      <association id="as3" sourceRef="catatan3" targetRef="s2"/>
    </subProcess>
    <sendTask id="kirim" name="Kirim hasil"/>
    <callActivity id="panggil" name="Arsipkan" calledElement="R"/>
    <endEvent id="selesai"/>
    <task id="tanpa" name="Tanpa jalur"/>
    <sequenceFlow id="f1" sourceRef="mulai" targetRef="periksa"/>
    <sequenceFlow id="f2" sourceRef="periksa" targetRef="pilih"/>
    <sequenceFlow id="f3" name="ya" sourceRef="pilih" targetRef="sub"/>
    <sequenceFlow id="f4" name="tidak" sourceRef="pilih" targetRef="periksa"/>
    <sequenceFlow id="f5" sourceRef="sub" targetRef="kirim"/>
    <sequenceFlow id="f6" sourceRef="kirim" targetRef="panggil"/>
    <sequenceFlow id="f7" sourceRef="panggil" targetRef="selesai"/>
    <sequenceFlow id="f8" sourceRef="lewat" targetRef="tanpa"/>
    <sequenceFlow id="f9" sourceRef="tanpa" targetRef="tanpa"/>
    <dataObject id="do"/>
    <dataObjectReference id="berkas" name="Berkas" dataObjectRef="do"/>
    <dataStoreReference id="basis" name="Basis data"/>
    <textAnnotation id="catatan"><text>Menurut
peraturan</text></textAnnotation>
    <association id="as1" sourceRef="periksa" targetRef="catatan"/>
    <group id="kelompok" categoryValueRef="Val"/>
  </process>
  <process id="Q"><receiveTask id="terima" name="Terima"/><task id="sendiri"/></process>
  <process id="R"><task id="arsip" name="Arsip"/></process>
""")

names = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)


@st.composite
def bpmn(draw: st.DrawFn) -> bytes:
    """A file with up to three processes in pools or without, with lanes or without, and everything in them."""
    processes = draw(st.integers(1, 3))
    parts, pools, ids = [], [], []
    for n in range(processes):
        inside, mine = draw(_content(f"p{n}", 2))
        parts.append(f'<process id="p{n}">{inside}</process>')
        ids.append(mine)
        if draw(st.booleans()):
            pools.append(f'<participant id="pool{n}" name="{draw(names)}" processRef="p{n}"/>')
    blacks = draw(st.integers(0, 2)) if pools or draw(st.booleans()) else 0
    pools += [f'<participant id="black{n}" name="{draw(names)}"/>' for n in range(blacks)]
    if pools:
        ends = [f"black{n}" for n in range(blacks)] + [i for mine in ids for i in mine]
        messages = [
            f'<messageFlow id="m{i}" name="{draw(names)}" sourceRef="{draw(st.sampled_from(ends))}"'
            f' targetRef="{draw(st.sampled_from(ends))}"/>'
            for i in range(draw(st.integers(0, 4)) if ends else 0)
        ]
        parts.insert(0, f'<collaboration id="c">{"".join([*pools, *messages])}</collaboration>')
    return file("\n".join(parts))


@st.composite
def _content(draw: st.DrawFn, prefix: str, depth: int) -> tuple[str, list[str]]:
    out: list[str] = []
    ids = [f"{prefix}n{i}" for i in range(draw(st.integers(0, 9)))]
    free = []
    for id_ in ids:
        tag = draw(
            st.sampled_from([*TASKS, *GATEWAYS, "startEvent", "endEvent", "intermediateCatchEvent", "subProcess"])
        )
        inside = ""
        if tag.endswith("Event") and draw(st.booleans()):
            inside = f"<{draw(st.sampled_from(DEFINITIONS))}EventDefinition/>"
        if tag == "subProcess" and depth > 0 and draw(st.booleans()):
            inside, _ = draw(_content(id_, depth - 1))
        if tag in TASKS:
            free.append(id_)
        out.append(f'<{tag} id="{id_}" name="{draw(names)}">{inside}</{tag}>')
    nodes = list(ids)
    for host in free:
        if draw(st.integers(0, 3)) == 0:
            nodes.append(f"{host}b")
            out.append(f'<boundaryEvent id="{host}b" name="{draw(names)}" attachedToRef="{host}"/>')
    for i in range(draw(st.integers(0, 14)) if nodes else 0):
        a, b = draw(st.sampled_from(nodes)), draw(st.sampled_from(nodes))
        out.append(f'<sequenceFlow id="{prefix}f{i}" name="{draw(names)}" sourceRef="{a}" targetRef="{b}"/>')
    for i in range(draw(st.integers(0, 2)) if nodes else 0):
        what = draw(st.sampled_from(["dataObjectReference", "dataStoreReference", "textAnnotation"]))
        text = f"<text>{draw(names)}</text>" if what == "textAnnotation" else ""
        out.append(f'<{what} id="{prefix}d{i}" name="{draw(names)}">{text}</{what}>')
        tied = draw(st.sampled_from(nodes))
        out.append(f'<association id="{prefix}a{i}" sourceRef="{prefix}d{i}" targetRef="{tied}"/>')
    if draw(st.booleans()):
        lanes = draw(st.integers(1, 3))
        held: list[list[str]] = [[] for _ in range(lanes + 1)]
        for id_ in nodes:
            held[draw(st.integers(0, lanes))].append(id_)
        rows = [
            f'<lane id="{prefix}l{i}" name="{draw(names)}">'
            + "".join(f"<flowNodeRef>{id_}</flowNodeRef>" for id_ in held[i])
            + "</lane>"
            for i in range(lanes)
        ]
        out.insert(0, f'<laneSet id="{prefix}ls">{"".join(rows)}</laneSet>')
    return "\n".join(out), nodes

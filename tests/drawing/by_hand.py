"""Lane maps made by hand: the one of the first mock-up, and three harder ones."""

from __future__ import annotations

from probis.drawing.graph import Flow, Graph, Lane, Node


def fasilitasi() -> Graph:
    lanes = [
        Lane("pemda", "Pemerintah Kabupaten/Kota", "pihak luar", "outside"),
        Lane("tu", "Sub Bagian Tata Usaha Biro"),
        Lane("karo", "Kepala Biro Organisasi"),
        Lane("bag", "Bagian Kelembagaan dan Analisis Jabatan"),
        Lane("kel", "Sub Bagian Kelembagaan", "pemilik proses", "owner"),
        Lane("hukum", "Biro Hukum", "luar Biro", "outside"),
    ]
    nodes = [
        Node("m", "start", "pemda", "Raperda siap diajukan"),
        Node("1", "task", "pemda", "Mengajukan permohonan", "1"),
        Node("2", "task", "tu", "Mengagendakan permohonan", "2", "1 jam"),
        Node("3", "task", "karo", "Mendisposisi", "3", "1 HK"),
        Node("4", "task", "bag", "Menugaskan pemeriksa", "4", "1 HK"),
        Node("5", "task", "kel", "Memeriksa kelengkapan berkas", "5", "2 HK"),
        Node("p", "decision", "kel", "Berkas lengkap?"),
        Node("e1", "end", "kel", "Permohonan dikembalikan"),
        Node("f", "fork", "kel"),
        Node("6", "task", "kel", "Menelaah tipologi, nomenklatur, besaran", "6", "4 HK"),
        Node("7", "task", "hukum", "Menelaah aspek hukum Raperda", "7", "4 HK", provisional=True, mark="usulan"),
        Node("j", "fork", "kel"),
        Node("8", "task", "bag", "Memfasilitasi rapat pembahasan", "8", "1–2 HK"),
        Node("9", "task", "pemda", "Memperbaiki Raperda", "9"),
        Node("10", "wait", "kel", "Menunggu Raperda perbaikan", "10"),
        Node("11", "task", "kel", "Menyusun konsep surat persetujuan", "11", "2 HK"),
        Node("12", "call", "karo", "Paraf berjenjang", "12", "3 HK", "BO-00.1"),
        Node("13", "task", "tu", "Menyampaikan surat persetujuan", "13", "2 HK"),
        Node("e2", "end", "pemda", "Persetujuan tersampaikan"),
    ]
    flows = [
        Flow("a", "m", "1"),
        Flow("b", "1", "2", documents=("surat permohonan", "Raperda", "hasil pemetaan")),
        Flow("c", "2", "3", documents=("lembar disposisi",)),
        Flow("d", "3", "4", documents=("disposisi",)),
        Flow("e", "4", "5", documents=("berkas dan surat tugas",)),
        Flow("f", "5", "p"),
        Flow("g", "p", "f", text="Ya"),
        Flow("h", "p", "1", "return", text="Tidak · paling banyak 2 kali"),
        Flow("i", "p", "e1", text="Tidak, sudah 2 kali"),
        Flow("k", "f", "6"),
        Flow("l", "f", "7", documents=("Raperda",)),
        Flow("m2", "6", "j"),
        Flow("n", "7", "j", documents=("catatan hukum",)),
        Flow("o", "j", "8"),
        Flow("p", "8", "9", "message", documents=("berita acara",)),
        Flow("q", "8", "10"),
        Flow("r", "9", "10", "message", documents=("Raperda perbaikan",)),
        Flow("s", "10", "e1", "timeout", text="lewat 5 HK"),
        Flow("t", "10", "11"),
        Flow("u", "11", "12", documents=("konsep surat",)),
        Flow("v", "12", "13", documents=("surat persetujuan",)),
        Flow("w", "13", "e2", documents=("surat persetujuan",)),
    ]
    return Graph("Fasilitasi", tuple(nodes), tuple(flows), tuple(lanes))


def anjab() -> Graph:
    lanes = [
        Lane("pd", "Perangkat Daerah", "pihak luar", "outside"),
        Lane("tu", "Sub Bagian Tata Usaha Biro"),
        Lane("karo", "Kepala Biro Organisasi"),
        Lane("bag", "Bagian Kelembagaan dan Analisis Jabatan"),
        Lane("anjab", "Sub Bagian Analisis Jabatan", "pemilik proses", "owner"),
        Lane("tim", "Tim Analisis Jabatan dan ABK"),
        Lane("bkn", "Badan Kepegawaian Daerah", "luar Biro", "outside"),
    ]
    nodes = [
        Node("m", "start", "anjab", "Jadwal anjab tahunan tiba"),
        Node("1", "task", "anjab", "Menyusun rencana kerja dan instrumen", "1", "3 HK"),
        Node("2", "task", "karo", "Menetapkan tim dan jadwal", "2", "1 HK"),
        Node("3", "task", "tu", "Mengirim surat permintaan data jabatan", "3", "1 HK"),
        Node("4", "task", "pd", "Mengisi formulir informasi jabatan", "4", "10 HK"),
        Node("5", "wait", "anjab", "Menunggu formulir isian", "5", "≤ 15 HK"),
        Node("6", "task", "tu", "Menagih tertulis", "6", "1 HK"),
        Node("7", "task", "tim", "Memeriksa kelengkapan isian", "7", "2 HK"),
        Node("p1", "decision", "tim", "Isian lengkap?"),
        Node("f", "fork", "tim"),
        Node("8", "task", "tim", "Menganalisis uraian dan syarat jabatan", "8", "5 HK"),
        Node("9", "task", "anjab", "Menghitung beban kerja tiap jabatan", "9", "5 HK"),
        Node("10", "task", "bkn", "Mencocokkan bezetting pegawai", "10", "4 HK", provisional=True, mark="usulan"),
        Node("j", "fork", "tim"),
        Node("11", "task", "tim", "Menyusun peta jabatan dan kebutuhan", "11", "3 HK"),
        Node("12", "task", "bag", "Memimpin rapat verifikasi bersama perangkat daerah", "12", "2 HK"),
        Node("p2", "decision", "bag", "Hasil disepakati?"),
        Node("13", "task", "pd", "Mengajukan keberatan tertulis", "13", "3 HK"),
        Node("14", "task", "anjab", "Menyusun rancangan keputusan", "14", "2 HK"),
        Node("15", "call", "karo", "Paraf berjenjang", "15", "3 HK", "BO-00.1"),
        Node("16", "task", "tu", "Menggandakan dan membagikan", "16", "1 HK"),
        Node("17", "task", "anjab", "Memutakhirkan data jabatan", "17", "1 HK"),
        Node("18", "task", "bkn", "Menerima peta jabatan", "18"),
        Node("e1", "end", "anjab", "Data jabatan mutakhir"),
        Node("e2", "end", "tu", "Perangkat daerah dilaporkan ke Sekda"),
    ]
    flows = [
        Flow("a", "m", "1"),
        Flow("b", "1", "2", documents=("rencana kerja",)),
        Flow("c", "2", "3", documents=("lembar disposisi",)),
        Flow("d", "3", "4", "message", documents=("surat permintaan",)),
        Flow("e", "3", "5"),
        Flow("f", "4", "5", "message", documents=("formulir isian",)),
        Flow("g", "5", "6", "timeout", text="lewat 15 HK"),
        Flow("h", "6", "e2"),
        Flow("i", "5", "7", documents=("formulir isian",)),
        Flow("k", "7", "p1"),
        Flow("l", "p1", "4", "return", text="Tidak · paling banyak 2 kali"),
        Flow("l2", "p1", "f", text="Ya"),
        Flow("n", "f", "8"),
        Flow("o", "f", "9"),
        Flow("p", "f", "10", documents=("daftar jabatan",)),
        Flow("q", "8", "j"),
        Flow("r", "9", "j"),
        Flow("s", "10", "j", documents=("bezetting",)),
        Flow("t", "j", "11"),
        Flow("u", "11", "12", documents=("peta jabatan",)),
        Flow("v", "12", "p2"),
        Flow("w", "p2", "13", text="Tidak", documents=("berita acara",)),
        Flow("x", "13", "11", "return", documents=("surat keberatan",)),
        Flow("y", "p2", "14", text="Ya", documents=("berita acara",)),
        Flow("z", "14", "15", documents=("rancangan keputusan",)),
        Flow("aa", "15", "16", documents=("keputusan",)),
        Flow("ab", "16", "18", "message", documents=("salinan keputusan",)),
        Flow("ac", "16", "17"),
        Flow("ad", "17", "e1"),
    ]
    return Graph("Anjab", tuple(nodes), tuple(flows), tuple(lanes))


def kinerja() -> Graph:
    lanes = [
        Lane("gub", "Gubernur"),
        Lane("sekda", "Sekretaris Daerah"),
        Lane("biro", "Biro Organisasi", "pemilik proses", "owner"),
        Lane("pd", "Perangkat Daerah"),
        Lane("insp", "Inspektorat"),
    ]
    steps = [
        ("biro", "Menyampaikan edaran pengukuran kinerja", "1 HK"),
        ("pd", "Mengukur capaian indikator", "5 HK"),
        ("pd", "Mengunggah bukti dukung", "2 HK"),
        ("biro", "Memverifikasi capaian dan bukti", "3 HK"),
        ("pd", "Memperbaiki capaian", "2 HK"),
        ("biro", "Mengolah capaian menjadi rekap", "2 HK"),
        ("insp", "Mereviu rekap capaian", "5 HK"),
        ("biro", "Memperbaiki rekap", "1 HK"),
        ("biro", "Menyusun laporan kinerja", "3 HK"),
        ("sekda", "Memeriksa laporan", "2 HK"),
        ("gub", "Menandatangani laporan", "2 HK"),
        ("biro", "Menyampaikan laporan ke Kemendagri dan KemenPANRB", "1 HK"),
        ("pd", "Menindaklanjuti rekomendasi", "30 HK"),
    ]
    nodes = [Node("m", "start", "biro", "Triwulan berakhir")]
    nodes += [Node(str(i), "task", lane, t, str(i), w) for i, (lane, t, w) in enumerate(steps, start=1)]
    nodes += [
        Node("p1", "decision", "biro", "Bukti cukup?"),
        Node("p2", "decision", "insp", "Ada catatan?"),
        Node("p3", "decision", "sekda", "Apakah laporan sudah sesuai dengan ketentuan?"),
        Node("e1", "end", "biro", "Laporan tersampaikan"),
        Node("e2", "end", "pd", "Rekomendasi selesai"),
        Node("f", "fork", "biro"),
    ]
    ways = (
        "m>1 1>2 2>3 3>4 4>p1 p1>6:Ya p1>5:Tidak 5<4 6>7 7>p2 p2>8:Ya 8<7 p2>9:Tidak 9>10 10>p3 p3<9:Tidak p3>11:Ya "
        "11>f f>12 f>13 12>e1 13>e2"
    )
    papers = {"1": ("surat edaran",), "9": ("laporan kinerja",), "10": ("laporan kinerja",), "11": ("laporan kinerja",)}
    flows = []
    for i, way in enumerate(ways.split()):
        ends, _, text = way.partition(":")
        back = "<" in ends
        source, target = ends.split("<" if back else ">")
        kind = "return" if back else "sequence"
        flows.append(Flow(f"f{i}", source, target, kind, text, papers.get(source, ())))  # type: ignore[arg-type]
    return Graph("Kinerja", tuple(nodes), tuple(flows), tuple(lanes))


def panjang() -> Graph:
    n, texts = 34, ["Memeriksa berkas", "Menyusun laporan triwulanan", "Rapat pembahasan", "Menandatangani surat"]
    lanes = [Lane(f"l{i}", f"Sub Bagian {i} Tata Usaha", role="owner" if i == 1 else "inside") for i in range(5)]
    nodes = [Node("m", "start", "l0", "Mulai")]
    for i in range(1, n):
        lane = f"l{(i * i + i // 3) % 5}"
        if i % 7 == 0:
            nodes.append(Node(str(i), "decision", lane, "Berkas lengkap?"))
        else:
            nodes.append(Node(str(i), "task", lane, texts[i % 4], str(i), "1 HK"))
    nodes.append(Node("e", "end", "l0", "Selesai"))
    ids = [node.id for node in nodes]
    flows = [
        Flow(
            f"f{i}",
            ids[i],
            ids[i + 1],
            text="Ya" if i and i % 7 == 0 else "",
            documents=("berkas",) if i % 3 == 0 else (),
        )
        for i in range(n)
    ]
    flows += [Flow(f"r{i}", str(i), str(i - 3), "return", text="Tidak") for i in range(7, n, 7)]
    return Graph("Panjang", tuple(nodes), tuple(flows), tuple(lanes))

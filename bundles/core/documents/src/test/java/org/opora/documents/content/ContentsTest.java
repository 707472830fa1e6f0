package org.opora.documents.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.opora.documents.content.Files.bytes;
import static org.opora.documents.content.Files.docx;
import static org.opora.documents.content.Files.joined;
import static org.opora.documents.content.Files.odt;
import static org.opora.documents.content.Files.pdf;
import static org.opora.documents.content.Files.picture;
import static org.opora.documents.content.Files.plus;
import static org.opora.documents.content.Files.relations;
import static org.opora.documents.content.Files.signed;
import static org.opora.documents.content.Files.streamed;
import static org.opora.documents.content.Files.utf8;
import static org.opora.documents.content.Files.xlsx;
import static org.opora.documents.content.Files.zip;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opora.documents.content.application.OfficePackages;
import org.opora.documents.content.domain.ContentFault;
import org.opora.documents.content.domain.ContentFault.Reason;
import org.opora.documents.content.domain.ContentKind;
import org.opora.documents.content.domain.Contents;

/** What is taken in, and what stays outside for which reason. */
class ContentsTest {
  private static final String MAIL =
      "Received: from a by b;\r\n"
          + " Mon, 2 Feb 2026\r\n"
          + "From: Jana <jana@example.cz>\r\n"
          + "Date: Mon, 2 Feb 2026 10:00:00 +0100\r\n"
          + "Content-Type: text/html\r\n\r\n"
          + "<html>ahoj</html>";
  private static final String ISDS =
      "<q:MessageDownloadResponse xmlns:q=\"http://isds.czechpoint.cz/v20/message\">";
  private static final int SECONDS_OF_A_FILE = 5;

  /** All that is ever asked for, most of it for a moment. */
  private static final int MEMORY_OF_A_FILE = 200 << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Contents contents = new Contents(new OfficePackages(), Contents.LARGEST);

  static Stream<Arguments> taken() throws IOException {
    return Stream.of(
        Arguments.of(ContentKind.PDF, pdf()),
        Arguments.of(ContentKind.JPEG, picture("jpeg")),
        Arguments.of(ContentKind.PNG, picture("png")),
        Arguments.of(ContentKind.DOCX, zip(docx())),
        Arguments.of(ContentKind.XLSX, zip(xlsx())),
        Arguments.of(ContentKind.ODT, zip(odt())),
        Arguments.of(ContentKind.TEXT, utf8("Poznámka: žluťoučký kůň\r\n")),
        Arguments.of(ContentKind.TEXT, utf8("\uFEFF2 < 3, a proto: dobře\t1")),
        Arguments.of(ContentKind.TEXT, utf8("MZ ČR: metodika")),
        Arguments.of(ContentKind.TEXT, utf8("RIFF, ID3 a jiné zkratky")),
        Arguments.of(ContentKind.MAIL, utf8(MAIL)),
        Arguments.of(ContentKind.MAIL, utf8(MAIL.replace("\r\n", "\n"))),
        Arguments.of(ContentKind.SIGNATURE, signed(null)),
        Arguments.of(ContentKind.DATA_MESSAGE, signed(utf8(ISDS + "x".repeat(40_000)))),
        Arguments.of(ContentKind.DATA_MESSAGE, streamed(utf8(ISDS))),
        // Word writes where the template of the author lies.
        Arguments.of(
            ContentKind.DOCX,
            zip(
                plus(
                    docx(),
                    "word/_rels/settings.xml.rels",
                    utf8(external("attachedTemplate", "file:///C:\\Sablony\\dopis.dotx"))))),
        Arguments.of(
            ContentKind.DOCX,
            zip(
                plus(
                    docx(),
                    "word/_rels/document.xml.rels",
                    utf8(external("hyperlink", "https://www.mpsv.cz/"))))));
  }

  @ParameterizedTest
  @MethodSource
  void taken(ContentKind kind, byte[] content) throws ContentFault {
    Contents.Taken taken = contents.take(content);
    assertEquals(kind, taken.kind());
    if (!taken.cleaned()) {
      assertArrayEquals(content, taken.content());
    }
    // What was kept once is kept again.
    assertArrayEquals(taken.content(), contents.take(taken.content()).content());
    assertFalse(contents.take(taken.content()).cleaned());
  }

  private static String external(String kind, String target) {
    return relations(kind, target, " TargetMode=\"External\"");
  }

  private static Arguments outside(Reason reason, String what, byte[] content) {
    return Arguments.of(reason, what, content);
  }

  static Stream<Arguments> outside() throws IOException {
    return Stream.of(beginnings(), markup(), macros(), packages(), polyglots(), damaged(), bombs())
        .flatMap(all -> all);
  }

  private static Stream<Arguments> beginnings() {
    return Stream.of(
        outside(Reason.EMPTY, "nothing", new byte[0]),
        outside(Reason.LARGE, "too much", new byte[Contents.LARGEST + 1]),
        outside(Reason.EXECUTABLE, "exe", bytes("MZ\u0090\0\u0003")),
        outside(Reason.EXECUTABLE, "elf", bytes("\u007fELF\u0002")),
        outside(Reason.EXECUTABLE, "class", bytes("\u00ca\u00fe\u00ba\u00be\0\0\0=")),
        outside(Reason.EXECUTABLE, "link", bytes("L\0\0\0\u0001\u0014\u0002\0\0")),
        outside(Reason.EXECUTABLE, "script", utf8("#!/bin/sh\nrm -rf /\n")),
        outside(Reason.ARCHIVE, "rar", bytes("Rar!\u001a\u0007")),
        outside(Reason.ARCHIVE, "7z", bytes("7z\u00bc\u00af'\u001c")),
        outside(Reason.ARCHIVE, "gzip", bytes("\u001f\u008b\u0008")),
        outside(Reason.ARCHIVE, "empty zip", zip(Map.of())),
        outside(Reason.ARCHIVE, "zip", zip(Map.of("a.txt", utf8("a")))),
        outside(Reason.ARCHIVE, "jar", zip(Map.of("META-INF/MANIFEST.MF", utf8("a: b")))),
        outside(
            Reason.OLD_OFFICE, "doc", bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")),
        outside(
            Reason.ENCRYPTED,
            "locked docx",
            bytes(
                "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1"
                    + "EncryptedPackage".replaceAll("(.)", "$1\0"))),
        outside(Reason.OLD_OFFICE, "rtf", utf8("{\\rtf1\\ansi ahoj}")),
        outside(Reason.MEDIA, "gif", bytes("GIF89a\u0001\0")),
        outside(Reason.MEDIA, "heic", bytes("\0\0\0\u0018ftypheic\0\0")),
        outside(Reason.MEDIA, "tiff", bytes("II*\0\u0008\0\0\0")),
        outside(Reason.MEDIA, "webp", bytes("RIFF\0\0\0\0WEBPVP8 ")),
        outside(
            Reason.ENCODING,
            "cp1250",
            bytes("P\u00f8\u00edli\u009a \u009elu\u009dou\u00e8k\u00fd")),
        outside(Reason.UNKNOWN, "noise", noise(4_000)),
        outside(Reason.UNKNOWN, "signed words", signed(utf8("Dopis pro soud"))));
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    noise[0] = 1;
    return noise;
  }

  private static Stream<Arguments> markup() {
    return Stream.of(
            "<!DOCTYPE html><p>a",
            "  \n<html><body>a",
            "\uFEFF<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            "<?xml version='1.0'?><svg/>",
            "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w/>",
            "<!-- a --><html>",
            "Dobrý den <ScRiPt>alert(1)</script>",
            "Subject: bez odesílatele\n\n<html>")
        .map(text -> outside(Reason.MARKUP, text, utf8(text)));
  }

  private static Stream<Arguments> macros() {
    String macros =
        "<Override PartName=\"/word/vbaProject.bin\""
            + " ContentType=\"application/vnd.ms-office.vbaProject\"/>";
    return Stream.of(
        outside(Reason.MACROS, "vba", zip(plus(docx(), "word/vbaProject.bin", bytes("x")))),
        outside(Reason.MACROS, "capitals", zip(plus(docx(), "word/VBAPROJECT.BIN", bytes("x")))),
        outside(
            Reason.MACROS,
            "vba under another name",
            zip(
                plus(
                    docx(),
                    "[Content_Types].xml",
                    Files.types(Files.WORD_TYPE, "word/document.xml", macros)))),
        outside(
            Reason.MACROS,
            "docm",
            zip(
                Files.office(
                    "application/vnd.ms-word.document.macroEnabled.main+xml",
                    "word/document.xml",
                    "<w/>"))),
        outside(
            Reason.MACROS,
            "xlsm",
            zip(
                Files.office(
                    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                    "xl/workbook.xml",
                    "<w/>"))),
        outside(
            Reason.MACROS,
            "macros of Excel 4",
            zip(plus(xlsx(), "xl/macrosheets/sheet1.xml", utf8("<a/>")))),
        outside(Reason.MACROS, "activex", zip(plus(docx(), "word/activeX/a.xml", utf8("<a/>")))),
        outside(Reason.MACROS, "basic", zip(plus(odt(), "Basic/Standard/a.xml", utf8("<a/>")))),
        outside(
            Reason.MACROS,
            "listener",
            zip(
                plus(
                    odt(),
                    "content.xml",
                    utf8("<o xmlns:s='s'><s:event-listener s:name='dom:load'/></o>")))),
        outside(
            Reason.MACROS,
            "command in pieces",
            zip(
                plus(
                    docx(),
                    "word/document.xml",
                    utf8(
                        "<w><instrText> DDE</instrText><instrText>AUTO c:\\cmd</instrText></w>")))),
        outside(
            Reason.MACROS,
            "command of a cell",
            zip(
                plus(
                    xlsx(),
                    "xl/externalLinks/l1.xml",
                    utf8("<e><ddeLink ddeService='cmd'/></e>")))),
        outside(
            Reason.REMOTE,
            "template from the net",
            zip(
                plus(
                    docx(),
                    "word/_rels/settings.xml.rels",
                    utf8(external("attachedTemplate", "https://example.com/a.dotm"))))),
        outside(
            Reason.REMOTE,
            "object from the net",
            zip(
                plus(
                    docx(),
                    "word/_rels/document.xml.rels",
                    utf8(external("oleObject", "mhtml:http://example.com/a"))))));
  }

  private static Stream<Arguments> packages() throws IOException {
    byte[] twice = zip(plus(plus(docx(), "word/a.xml", utf8("<a/>")), "word/b.xml", utf8("<b/>")));
    byte[] hidden = replaced(twice, "word/b.xml", "word/a.xml", true);
    return Stream.of(
        outside(
            Reason.NESTED, "zip inside", zip(plus(docx(), "word/embeddings/a.xlsx", zip(xlsx())))),
        outside(
            Reason.NESTED,
            "object inside",
            zip(plus(docx(), "word/embeddings/o.bin", bytes("\u00d0\u00cf\u0011\u00e0\u00a1")))),
        outside(
            Reason.EXECUTABLE,
            "program inside",
            zip(plus(docx(), "word/media/a.png", bytes("MZ\u0090")))),
        outside(Reason.DAMAGED, "two parts of one name", hidden),
        outside(
            Reason.DAMAGED,
            "two names of one part",
            replaced(twice, "word/b.xml", "word/c.xml", false)),
        outside(Reason.DAMAGED, "way out", zip(plus(docx(), "../../a.xml", utf8("<a/>")))),
        outside(Reason.DAMAGED, "root", zip(plus(docx(), "/etc/a.xml", utf8("<a/>")))),
        outside(
            Reason.DAMAGED, "no xml", zip(plus(docx(), "word/document.xml", utf8("<w><p></w>")))),
        outside(
            Reason.DAMAGED,
            "entities",
            zip(
                plus(
                    docx(),
                    "word/document.xml",
                    utf8("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>")))),
        outside(
            Reason.ENCRYPTED,
            "locked odt",
            zip(
                plus(
                    odt(),
                    "META-INF/manifest.xml",
                    utf8("<m xmlns:m='m'><m:encryption-data/></m>")))),
        outside(Reason.ENCRYPTED, "locked part", locked(zip(docx()))),
        outside(Reason.TWO_KINDS, "docx and odt", zip(both())),
        outside(
            Reason.TWO_KINDS,
            "docx and xlsx",
            zip(
                plus(
                    docx(),
                    "[Content_Types].xml",
                    Files.types(
                        Files.WORD_TYPE,
                        "word/document.xml",
                        "<Override PartName=\"/b\" ContentType=\"" + Files.SHEET_TYPE + "\"/>")))));
  }

  private static Map<String, byte[]> both() {
    Map<String, byte[]> parts = new LinkedHashMap<>(odt());
    parts.putAll(docx());
    return parts;
  }

  /** Another name in the list at the end, and with {@code everywhere} in front of the part, too. */
  private static byte[] replaced(byte[] zip, String name, String other, boolean everywhere) {
    byte[] copy = zip.clone();
    int at =
        everywhere
            ? 0
            : new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf(name);
    for (; at <= zip.length - name.length(); at++) {
      if (Arrays.equals(copy, at, at + name.length(), bytes(name), 0, name.length())) {
        System.arraycopy(bytes(other), 0, copy, at, name.length());
      }
    }
    return copy;
  }

  private static byte[] locked(byte[] zip) {
    byte[] copy = zip.clone();
    for (int at = 0; at < copy.length - 10; at++) {
      if (copy[at] == 'P' && copy[at + 1] == 'K' && copy[at + 2] == 3 && copy[at + 3] == 4) {
        copy[at + 6] |= 1;
      } else if (copy[at] == 'P' && copy[at + 1] == 'K' && copy[at + 2] == 1 && copy[at + 3] == 2) {
        copy[at + 8] |= 1;
      }
    }
    return copy;
  }

  private static Stream<Arguments> polyglots() {
    byte[] document = zip(docx());
    return Stream.of(
        outside(Reason.TWO_KINDS, "pdf with an archive behind", joined(pdf(), document)),
        outside(
            Reason.TWO_KINDS,
            "pdf with a page in front",
            joined(bytes("%PDF-1.4\n<html><script>alert(1)</script>"), pdf())),
        outside(Reason.TWO_KINDS, "words with a pdf behind", joined(utf8("Dopis\n"), pdf())),
        outside(
            Reason.TWO_KINDS, "docx with a pdf in its first part", zip(first("%PDF-1.4", docx()))),
        outside(Reason.EXECUTABLE, "program with an archive behind", joined(bytes("MZ"), document)),
        outside(Reason.UNKNOWN, "words with an archive behind", joined(utf8("Dopis"), document)),
        outside(Reason.DAMAGED, "part that no list names", hiddenPart(document)));
  }

  private static Map<String, byte[]> first(String name, Map<String, byte[]> rest) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(name, utf8("a"));
    parts.putAll(rest);
    return parts;
  }

  /** A part between two others that only those see who read from the beginning. */
  private static byte[] hiddenPart(byte[] document) {
    byte[] more = zip(Map.of("word/vbaProject.bin", bytes("macros")));
    byte[] part = Arrays.copyOf(more, 30 + 19 + 8 + 16);
    byte[] moved = joined(part, document);
    // Every place in the list lies behind it now.
    for (int at = part.length; at < moved.length - 46; at++) {
      if (moved[at] == 'P' && moved[at + 1] == 'K' && moved[at + 2] == 1 && moved[at + 3] == 2) {
        add(moved, at + 42, part.length);
      } else if (moved[at] == 'P' && moved[at + 1] == 'K' && moved[at + 2] == 5) {
        add(moved, at + 16, part.length);
      }
    }
    add(moved, moved.length - 22 + 16, part.length);
    return moved;
  }

  private static void add(byte[] in, int at, int more) {
    int value = (in[at] & 0xFF | (in[at + 1] & 0xFF) << 8 | (in[at + 2] & 0xFF) << 16) + more;
    in[at] = (byte) value;
    in[at + 1] = (byte) (value >> 8);
    in[at + 2] = (byte) (value >> 16);
  }

  private static Stream<Arguments> damaged() throws IOException {
    byte[] jpeg = picture("jpeg");
    byte[] png = picture("png");
    byte[] document = zip(docx());
    byte[] wrong = png.clone();
    wrong[60] ^= 1;
    byte[] signed = signed(utf8(ISDS));
    return Stream.of(
        outside(Reason.DAMAGED, "half a pdf", Arrays.copyOf(pdf(), pdf().length / 2)),
        outside(Reason.DAMAGED, "pdf with much behind", joined(pdf(), new byte[5_000])),
        outside(Reason.DAMAGED, "half a jpeg", Arrays.copyOf(jpeg, jpeg.length / 2)),
        outside(Reason.DAMAGED, "jpeg without its end", Arrays.copyOf(jpeg, jpeg.length - 2)),
        outside(Reason.DAMAGED, "head of a jpeg", bytes("\u00FF\u00D8\u00FF\u00E0")),
        outside(Reason.DAMAGED, "jpeg without a picture", bytes("\u00FF\u00D8\u00FF\u00D9")),
        outside(Reason.DAMAGED, "half a png", Arrays.copyOf(png, png.length / 2)),
        outside(Reason.DAMAGED, "png with a wrong sum", wrong),
        outside(Reason.DAMAGED, "head of a png", Arrays.copyOf(png, 8)),
        outside(
            Reason.DAMAGED,
            "png without a picture",
            joined(Arrays.copyOf(png, 33), Files.chunk("IEND", new byte[0]))),
        outside(
            Reason.DAMAGED,
            "png with an unknown part that counts",
            Files.chunks(png, Files.chunk("ABCD", bytes("x")))),
        outside(Reason.DAMAGED, "half a docx", Arrays.copyOf(document, document.length / 2)),
        outside(
            Reason.DAMAGED, "docx without its end", Arrays.copyOf(document, document.length - 4)),
        outside(Reason.DAMAGED, "half a message", Arrays.copyOf(signed, signed.length / 2)),
        outside(Reason.DAMAGED, "message with more behind", joined(signed, bytes("x"))));
  }

  private static Stream<Arguments> bombs() throws IOException {
    byte[] vast = picture("png");
    byte[] size = Files.chunk("IHDR", bytes("\0\0\u00ff\u00ff\0\0\u00ff\u00ff\u0008\u0002\0\0\0"));
    System.arraycopy(size, 0, vast, 8, size.length);
    Map<String, byte[]> many = docx();
    for (int i = 0; i < 4_001; i++) {
      many.put("word/" + i, new byte[0]);
    }
    return Stream.of(
        outside(Reason.BOMB, "picture of four thousand megapixels", vast),
        outside(Reason.BOMB, "zip bomb", inflated("word/media/a.bin", 210, (byte) 0)),
        outside(Reason.BOMB, "long comment", inflated("word/a.xml", 17, (byte) ' ')),
        outside(
            Reason.BOMB,
            "command in very many pieces",
            instructions(Collections.nCopies(600_000, " ").toArray(String[]::new))),
        outside(
            Reason.MACROS,
            "command behind much room",
            instructions(" ".repeat(500), "DDE", "AUTO cmd")),
        outside(Reason.DAMAGED, "signature of ten million parts", Files.signedParts(20 << 20)),
        outside(
            Reason.DAMAGED,
            "streamed signature of ten million parts",
            Files.streamedParts(20 << 20)),
        outside(Reason.BOMB, "many parts", zip(many)),
        outside(
            Reason.BOMB,
            "vast picture inside",
            zip(plus(docx(), "word/media/a.jpg", Files.vast(photograph(), 11 << 20)))),
        outside(
            Reason.DAMAGED,
            "half a picture inside",
            zip(
                plus(
                    docx(),
                    "word/media/a.jpg",
                    Arrays.copyOf(photograph(), photograph().length / 2)))));
  }

  private static byte[] instructions(String... pieces) {
    String words = String.join("</instrText><instrText>", pieces);
    return zip(
        plus(docx(), "word/document.xml", utf8("<w><instrText>" + words + "</instrText></w>")));
  }

  private static byte[] inflated(String name, int megabytes, byte what) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, what);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : docx().entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
      zip.putNextEntry(new ZipEntry(name));
      zip.write(utf8("<!--"));
      for (int i = 0; i < megabytes; i++) {
        zip.write(block);
      }
    }
    return out.toByteArray();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("outside")
  void whatStaysOutsideHasItsReason(Reason reason, String what, byte[] content) {
    long thread = Thread.currentThread().getId();
    long time = THREADS.getCurrentThreadCpuTime();
    long memory = THREADS.getThreadAllocatedBytes(thread);
    ContentFault fault = assertThrows(ContentFault.class, () -> contents.take(content), what);
    memory = THREADS.getThreadAllocatedBytes(thread) - memory;
    time = THREADS.getCurrentThreadCpuTime() - time;
    assertEquals(reason, fault.reason(), what + " " + fault.getCause());
    assertTrue(time < SECONDS_OF_A_FILE * 1_000_000_000L, what + " takes " + time);
    assertTrue(memory < MEMORY_OF_A_FILE, what + " takes " + memory);
  }

  @Test
  void ofADocumentItIsForgottenWhoWroteItAndWhereItsPicturesWereTaken() throws Exception {
    Map<String, byte[]> parts = docx();
    parts.put("docProps/core.xml", utf8(CORE));
    parts.put("docProps/app.xml", utf8("<Properties><Company>Novakova</Company></Properties>"));
    parts.put(
        "docProps/custom.xml", utf8("<Properties><property>Novakova</property></Properties>"));
    parts.put("word/media/image1.jpeg", photograph());
    Map<String, byte[]> kept = kept(ContentKind.DOCX, parts);
    assertTrue(Files.text(kept.get("docProps/core.xml")).contains("<dc:title>Dopis</dc:title>"));
    assertArrayEquals(parts.get("word/document.xml"), kept.get("word/document.xml"));
    assertTrue(kept.get("word/media/image1.jpeg").length > 100, "the picture itself is there");
    assertEquals(List.copyOf(parts.keySet()), List.copyOf(kept.keySet()), "in their order");

    Map<String, byte[]> elsewhere = xlsx();
    elsewhere.put(
        "[Content_Types].xml",
        Files.types(
            Files.SHEET_TYPE,
            "xl/workbook.xml",
            "<Override PartName=\"/props/who.xml\" ContentType="
                + "\"application/vnd.openxmlformats-package.core-properties+xml\"/>"));
    elsewhere.put("props/who.xml", utf8(CORE));
    elsewhere.put("xl/media/a.jpg", photograph());
    kept(ContentKind.XLSX, elsewhere);

    Map<String, byte[]> odt = odt();
    odt.put(
        "meta.xml",
        utf8(
            "<o:document-meta xmlns:o='o' xmlns:dc='dc'><o:meta><dc:title>Dopis</dc:title>"
                + "<dc:creator>Novakova</dc:creator></o:meta></o:document-meta>"));
    odt.put("Pictures/1.jpg", photograph());
    Map<String, byte[]> open = kept(ContentKind.ODT, odt);
    assertEquals("mimetype", open.keySet().iterator().next());
    assertTrue(Files.text(open.get("meta.xml")).contains("Dopis"));
  }

  private static final String CORE =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><cp:coreProperties"
          + " xmlns:cp=\"cp\" xmlns:dc=\"dc\"><dc:title>Dopis</dc:title><dc:creator>Novakova"
          + "</dc:creator><cp:lastModifiedBy>Novakova</cp:lastModifiedBy><!-- Novakova -->"
          + "</cp:coreProperties>";

  private static byte[] photograph() throws IOException {
    return Files.with(
        picture("jpeg"),
        Files.segment(0xE1, joined(bytes("Exif\0\0"), Files.exif(1, picture("jpeg")))));
  }

  /** The parts of the document as it is kept. */
  private Map<String, byte[]> kept(ContentKind kind, Map<String, byte[]> parts) throws Exception {
    byte[] document = zip(parts);
    Contents.Taken taken = contents.take(document);
    assertEquals(kind, taken.kind());
    assertTrue(taken.cleaned());
    Contents.Taken again = contents.take(taken.content());
    assertFalse(again.cleaned(), "there is nothing more");
    assertArrayEquals(taken.content(), again.content());
    Map<String, byte[]> kept = Files.unzipped(taken.content());
    kept.forEach(
        (name, part) -> assertFalse(Files.text(part).contains("Novakova"), name + " tells"));
    return kept;
  }

  @Test
  void whatWasSignedIsLeftAsItIs() throws Exception {
    byte[] signed =
        zip(
            plus(
                plus(docx(), "docProps/core.xml", utf8(CORE)),
                "_xmlsignatures/sig1.xml",
                utf8("<Signature/>")));
    assertArrayEquals(signed, contents.take(signed).content());
  }

  @Test
  void howMuchIsTakenIsSaid() {
    ContentFault large =
        assertThrows(
            ContentFault.class,
            () -> new Contents(new OfficePackages(), 2 << 20).take(new byte[3 << 20]));
    assertEquals(List.of(2), large.text().arguments());
  }

  /** Whatever is changed in a file: it is taken or refused, and nothing else happens. */
  @Test
  void noChangeOfAFileIsASurprise() throws IOException {
    Random random = new Random(42);
    for (Arguments one : taken().toList()) {
      byte[] content = (byte[]) one.get()[1];
      for (int i = 0; i < 300; i++) {
        byte[] changed =
            random.nextBoolean()
                ? content.clone()
                : Arrays.copyOf(content, random.nextInt(content.length) + 1);
        for (int n = random.nextInt(4); n >= 0; n--) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        try {
          contents.take(changed);
        } catch (ContentFault refused) {
          assertFalse(refused.text().key().isEmpty());
        } catch (RuntimeException surprise) {
          fail(one.get()[0] + " " + i, surprise);
        }
      }
    }
  }
}

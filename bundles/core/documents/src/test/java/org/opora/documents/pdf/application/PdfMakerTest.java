package org.opora.documents.pdf.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opora.documents.pdf.application.PageFault.Reason;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Letters that keep their promise, and pages that are no letters. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PdfMakerTest {
  private PdfMaker maker;

  @BeforeAll
  void open() throws IOException {
    maker = new PdfMaker();
  }

  @AfterAll
  void close() throws IOException {
    maker.close();
  }

  @Test
  void aLetterIsAPdfA2bThatEverybodyCanListenTo() throws Exception {
    byte[] pdf =
        maker.make(
            Pages.page(
                "<h1>Zpráva</h1><p>Vážená paní Novotná, <strong>důležité</strong> a"
                    + " <em>zvýrazněné</em> a <strong><em>obojí</em></strong>.</p>"
                    + "<h2>Co bylo dohodnuto</h2><ul><li>jedna</li><li>dvě</li></ul>"
                    + "<ol><li>první</li><li>druhá</li></ol><blockquote>Dítě řeklo.</blockquote>"
                    + "<dl><dt>Od</dt><dd>1. 1. 2026</dd></dl><hr/><p>Konec<br/>listu.</p>"
                    + Pages.table(5)));
    Verified.keepsBothPromises(pdf);
    String words = Verified.words(pdf);
    for (String one : List.of("Vážená paní Novotná, důležité", "obojí", "Dítě řeklo.", "1 / 1")) {
      assertTrue(words.contains(one), one + " in " + words);
    }
  }

  @Test
  void bothAlphabetsAreSetInEveryFaceAndReadAgain() throws Exception {
    String text = Pages.escaped(Pages.ALPHABET);
    byte[] pdf =
        maker.make(
            Pages.page(
                "pl",
                "Alfabet",
                Stream.of("p", "strong", "em")
                        .map(name -> "<div><%s>%s</%s></div>".formatted(name, text, name))
                        .reduce("", String::concat)
                    + "<p><strong><em>"
                    + text
                    + "</em></strong></p>"));
    Verified.keepsBothPromises(pdf);
    String words = Verified.words(pdf).replaceAll("\\s", "");
    String expected = Pages.ALPHABET.replaceAll("\\s", "");
    assertEquals(4, words.split(java.util.regex.Pattern.quote(expected), -1).length - 1, words);
    assertEquals(4, fonts(pdf).size(), "the four faces: " + fonts(pdf));
    assertTrue(
        fonts(pdf).stream().allMatch(name -> name.matches("[A-Z]{6}\\+LiberationSans.*")),
        "only what is used of each is in it: " + fonts(pdf));
  }

  private static Set<String> fonts(byte[] pdf) throws IOException {
    Set<String> names = new java.util.TreeSet<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertTrue(font.isEmbedded(), font.getName());
          names.add(font.getName());
        }
      }
    }
    return names;
  }

  @Test
  void anAccentBesideItsLetterIsSetAsOneCharacter() throws Exception {
    String apart = java.text.Normalizer.normalize(Pages.CZECH, java.text.Normalizer.Form.NFD);
    assertFalse(apart.equals(Pages.CZECH));
    byte[] pdf = maker.make(Pages.page("<p>" + apart + "</p>"));
    assertTrue(Verified.words(pdf).contains(Pages.CZECH));
  }

  @Test
  void aLongTableGoesOverPagesWithItsHeadOnEach() throws Exception {
    byte[] pdf = maker.make(Pages.page(Pages.table(600)));
    int pages = Verified.pages(pdf);
    assertTrue(pages > 10, pages + " pages");
    Verified.keepsBothPromises(pdf);
    String words = Verified.words(pdf);
    assertEquals(pages, words.split("česky", -1).length - 1, "one head on each page");
    for (int row = 1; row <= 600; row++) {
      assertTrue(words.contains(row + ". " + Pages.CZECH + " " + Pages.POLISH), "row " + row);
    }
    assertTrue(words.contains(pages + " / " + pages));
  }

  @Test
  void itHasItsTitleItsLanguageAndBookmarksOfItsHeadings() throws Exception {
    byte[] pdf =
        maker.make(
            Pages.page(
                    "pl",
                    "Sprawozdanie & inne",
                    "<h1>Część <em>pierwsza</em></h1><h2>Wizyty</h2><h2>Cele</h2><h1>Druga</h1>"
                        .replace("&", "&amp;"))
                .replace("Sprawozdanie & inne", "Sprawozdanie &amp; inne"));
    Verified.keepsBothPromises(pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertEquals("Sprawozdanie & inne", document.getDocumentInformation().getTitle());
      assertEquals("pl", document.getDocumentCatalog().getLanguage());
      assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
      assertTrue(document.getDocumentCatalog().getViewerPreferences().displayDocTitle());
      List<String> outline = new ArrayList<>();
      names(document.getDocumentCatalog().getDocumentOutline().children(), "", outline);
      assertEquals(List.of("Część pierwsza", "> Wizyty", "> Cele", "Druga"), outline);
    }
  }

  private static void names(Iterable<PDOutlineItem> items, String depth, List<String> outline) {
    for (PDOutlineItem item : items) {
      outline.add(depth + item.getTitle());
      names(item.children(), depth.isEmpty() ? "> " : ">" + depth, outline);
    }
  }

  /** Without what a link says to those who listen, the second promise would be broken. */
  @Test
  void aLinkSaysWhereItLeads() throws Exception {
    byte[] pdf =
        maker.make(
            Pages.page(
                "<h1 id=\"a\">Odkazy</h1><p><a href=\"https://www.mpsv.cz/\">ministerstvo</a>"
                    + " <a href=\"#a\">nahoru</a></p>"));
    Verified.keepsBothPromises(pdf);
  }

  @Test
  void aPictureWithATransparentGroundOrGreyIsDrawnOnWhite() throws Exception {
    for (int type : new int[] {BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_GRAY}) {
      byte[] pdf =
          maker.make(
              Pages.page(
                  "<h1>Hlavička</h1><p><img alt=\"Znak\" width=\"60\" src=\"%s\"/></p>"
                      .formatted(picture(type, 60, "png"))));
      Verified.keepsBothPromises(pdf);
    }
    byte[] pdf =
        maker.make(
            Pages.page(
                "<p><img alt=\"Znak\" src=\"%s\"/></p>"
                    .formatted(picture(BufferedImage.TYPE_INT_RGB, 60, "jpeg"))));
    Verified.keepsBothPromises(pdf);
  }

  private static String picture(int type, int side, String format) throws IOException {
    BufferedImage image = new BufferedImage(side, side, type);
    Graphics2D paper = image.createGraphics();
    paper.setColor(new Color(20, 40, 120, 128));
    paper.fillOval(0, 0, side, side);
    paper.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(image, format, out));
    return "data:image/"
        + format
        + ";base64,"
        + Base64.getEncoder().encodeToString(out.toByteArray());
  }

  static Stream<Arguments> wrong() throws IOException {
    return Stream.of(
        wrong(Reason.NOT_XHTML, "1:15", "<html lang=\"cs"),
        wrong(Reason.NOT_XHTML, "", Pages.page("<p>jeden<p>dva</p>")),
        wrong(Reason.NOT_XHTML, "", Pages.page("<p>a&nbsp;b</p>")),
        wrong(Reason.NOT_XHTML, "", "<!DOCTYPE html>" + Pages.page("<p>a</p>")),
        wrong(
            Reason.NOT_XHTML,
            "",
            "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + Pages.page("<p>&a;</p>")),
        wrong(Reason.ELEMENT, "p", "<p>a</p>"),
        wrong(Reason.LANGUAGE, "", Pages.page("česky", "Název", "<p>a</p>")),
        wrong(Reason.LANGUAGE, "", Pages.page("", "Název", "<p>a</p>")),
        wrong(Reason.TITLE, "", Pages.page("cs", " ", "<p>a</p>")),
        wrong(Reason.TITLE, "", "<html lang=\"cs\"><body><p>a</p></body></html>"),
        wrong(Reason.ELEMENT, "body", "<html lang=\"cs\"><head><title>a</title></head></html>"),
        wrong(Reason.HEADING, "h2", Pages.page("<h2>a</h2>")),
        wrong(
            Reason.HEADING, "h4", Pages.page("<h1>a</h1><h2>b</h2><h1>c</h1><h2>d</h2><h4>e</h4>")),
        wrong(Reason.ELEMENT, "script", Pages.page("<script>a</script>")),
        wrong(Reason.ELEMENT, "P", Pages.page("<P>a</P>")),
        wrong(Reason.ELEMENT, "object", Pages.page("<object data=\"file:///etc/passwd\"/>")),
        wrong(Reason.ELEMENT, "link", Pages.page("<link href=\"file:///etc/passwd\"/>")),
        wrong(Reason.ADDRESS, "", Pages.page("<img alt=\"\" src=\"file:///etc/passwd\"/>")),
        wrong(Reason.ADDRESS, "", Pages.page("<img alt=\"\" src=\"http://localhost/a.png\"/>")),
        wrong(Reason.ADDRESS, "", Pages.page("<img alt=\"\" src=\"logo.png\"/>")),
        wrong(Reason.ADDRESS, "", Pages.page("<a href=\"javascript:alert(1)\">a</a>")),
        wrong(Reason.ADDRESS, "", Pages.page("<p style=\"background:url(file:///a.png)\">a</p>")),
        wrong(Reason.ADDRESS, "", Pages.page("<style>@import 'http://a/b.css';</style>")),
        wrong(Reason.ADDRESS, "", Pages.page("<style>p{background:\\75rl(a)}</style>")),
        wrong(Reason.PICTURE_WORDS, "", Pages.page("<img src=\"" + picture() + "\"/>")),
        wrong(Reason.PICTURE, "", Pages.page(image("data:image/png;base64,AAAA"))),
        wrong(Reason.PICTURE, "", Pages.page(image("data:image/svg+xml;base64,AAAA"))),
        wrong(Reason.PICTURE, "", Pages.page(image(picture().substring(0, 200)))),
        wrong(Reason.PICTURE, "", Pages.page(image(vast()))),
        wrong(Reason.CHARACTER, "(U+1F600)", Pages.page("<p>\uD83D\uDE00</p>")),
        wrong(Reason.CHARACTER, "(U+4F60)", Pages.page("<p>你</p>")),
        wrong(Reason.CHARACTER, "(U+05E9)", Pages.page("<p>שלום</p>")),
        wrong(Reason.CHARACTER, "(U+0645)", Pages.page("<p>مرحبا</p>")),
        wrong(Reason.LARGE, "", Pages.page("<div>".repeat(5_000) + "</div>".repeat(5_000))),
        wrong(Reason.LARGE, "", Pages.page("<p>" + "a".repeat(4_000_000) + "</p>")),
        wrong(
            Reason.PAGES,
            "500",
            Pages.page("<p style=\"page-break-after:always\">a</p>".repeat(502))));
  }

  private static Arguments wrong(Reason reason, String place, String page) {
    return Arguments.of(reason, place, page);
  }

  private static String picture() throws IOException {
    return picture(BufferedImage.TYPE_INT_RGB, 60, "png");
  }

  private static String image(String source) {
    return "<p><img alt=\"Znak\" src=\"" + source + "\"/></p>";
  }

  /** A few kilobytes that would be 100 megapixels. */
  private static String vast() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(10_000, 10_000, BufferedImage.TYPE_BYTE_BINARY), "png", out);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatWouldNotStandInThePdfHasAName(Reason reason, String place, String page) {
    PageFault fault = assertThrows(PageFault.class, () -> maker.make(page));
    assertEquals(reason, fault.reason(), fault.toString());
    assertTrue(fault.place().endsWith(place), fault.place());
  }

  /** After a fault the next one has its turn. */
  @Test
  void theyTakeTurnsAndAFaultHoldsNobodyUp() throws Exception {
    ExecutorService clerks = Executors.newFixedThreadPool(4);
    try {
      List<Future<byte[]>> letters = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        String body = i % 3 == 0 ? "<p>špatně" : "<p>dopis číslo %d</p>".formatted(i);
        letters.add(clerks.submit(() -> maker.make(Pages.page(body))));
      }
      for (int i = 0; i < 12; i++) {
        Future<byte[]> letter = letters.get(i);
        if (i % 3 == 0) {
          assertThrows(java.util.concurrent.ExecutionException.class, letter::get);
        } else {
          assertTrue(Verified.words(letter.get()).contains("dopis číslo " + i));
        }
      }
    } finally {
      clerks.shutdownNow();
    }
  }

  @Test
  void theLoaderOfTheThreadIsWhatItWas() throws Exception {
    ClassLoader mine = new ClassLoader(null) {};
    Thread.currentThread().setContextClassLoader(mine);
    try {
      maker.make(Pages.page("<p>a</p>"));
      assertSame(mine, Thread.currentThread().getContextClassLoader());
    } finally {
      Thread.currentThread().setContextClassLoader(PdfMakerTest.class.getClassLoader());
    }
  }

  @Test
  void aClosedMakerMakesNothing() throws Exception {
    PdfMaker closed = new PdfMaker();
    closed.close();
    assertEquals(
        Reason.FAILED,
        assertThrows(PageFault.class, () -> closed.make(Pages.page("<p>a</p>"))).reason());
  }

  /** Nothing of a letter lies about on a disk. */
  @Test
  void nothingIsWrittenToADisk() throws Exception {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    Set<Path> before = files(folder);
    maker.make(Pages.page(image(picture()) + Pages.table(300)));
    Set<Path> left = files(folder);
    left.removeAll(before);
    left.removeIf(
        file -> !file.toString().toLowerCase(Locale.ROOT).matches(".*(pdf|imageio|font).*"));
    assertEquals(Set.of(), left);
    assertFalse(Files.exists(Path.of(System.getProperty("user.home"), ".pdfbox.cache")));
  }

  private static Set<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new java.util.HashSet<>(files.toList());
    }
  }

  /** In a heap a quarter of that of the product. */
  @Test
  void aLongReportFitsIntoAModestHeap() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                LongReport.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), said);
    assertTrue(Integer.parseInt(said.strip().replaceFirst("(?s).*\\n", "")) >= 30, said);
  }

  @Test
  void aHeadOfATableSaysWhatItIsTheHeadOf() throws Exception {
    Verified.keepsBothPromises(
        maker.make(
            Pages.page(
                "<table><caption>Hodiny</caption><thead><tr><th>Měsíc</th><th>Hodiny</th></tr></thead>"
                    + "<tbody><tr><th>leden</th><td>7,5</td></tr></tbody></table>")));
  }

  /** The reader of findings finds: a page without its tags is not for everybody. */
  @Test
  void aPdfThatBreaksItsPromiseIsFound() throws Exception {
    try (PDDocument plain = new PDDocument()) {
      plain.addPage(new PDPage());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      plain.save(out);
      assertFalse(Verified.findings(out.toByteArray(), PDFAFlavour.PDFA_2_B).isEmpty());
      assertFalse(Verified.findings(out.toByteArray(), PDFAFlavour.PDFUA_1).isEmpty());
    }
  }
}

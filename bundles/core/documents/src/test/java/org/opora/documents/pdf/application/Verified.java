package org.opora.documents.pdf.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What others say of our PDF: veraPDF of its promises, PDFBox of its words. */
public final class Verified {
  /** Also those at which no line is broken. */
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]+");

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Verified() {}

  /** Every rule that is broken; none in a document that keeps its promise. */
  static Set<String> findings(byte[] pdf, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser =
        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
      ValidationResult result =
          Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
      Set<String> broken = new TreeSet<>();
      result.getTestAssertions().stream()
          .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
          .forEach(
              one ->
                  broken.add(
                      one.getRuleId().getClause()
                          + "-"
                          + one.getRuleId().getTestNumber()
                          + " "
                          + one.getMessage()));
      assertEquals(result.isCompliant(), broken.isEmpty(), "veraPDF contradicts itself");
      return broken;
    }
  }

  /** It is what it says, and everybody can listen to it. */
  public static void keepsBothPromises(byte[] pdf) throws Exception {
    for (PDFAFlavour flavour : Arrays.asList(PDFAFlavour.PDFA_2_B, PDFAFlavour.PDFUA_1)) {
      assertEquals(Set.of(), findings(pdf, flavour), flavour.toString());
    }
  }

  /** Every word can be read again, accents and all, however lines and columns were set. */
  public static void saysEveryWord(byte[] pdf, Collection<String> said) throws Exception {
    String read = BLANKS.matcher(words(pdf)).replaceAll("");
    Set<String> lost = new TreeSet<>();
    said.stream()
        .flatMap(BLANKS::splitAsStream)
        .filter(word -> !read.contains(word))
        .forEach(lost::add);
    assertEquals(Set.of(), lost, read);
  }

  public static String words(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper reader = new PDFTextStripper();
      reader.setSortByPosition(true);
      return reader.getText(document);
    }
  }

  static int pages(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    }
  }
}

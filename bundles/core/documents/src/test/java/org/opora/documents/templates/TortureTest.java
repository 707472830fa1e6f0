package org.opora.documents.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.documents.templates.Docx.bold;
import static org.opora.documents.templates.Docx.box;
import static org.opora.documents.templates.Docx.command;
import static org.opora.documents.templates.Docx.control;
import static org.opora.documents.templates.Docx.instruction;
import static org.opora.documents.templates.Docx.line;
import static org.opora.documents.templates.Docx.mark;
import static org.opora.documents.templates.Docx.merge;
import static org.opora.documents.templates.Docx.p;
import static org.opora.documents.templates.Docx.r;
import static org.opora.documents.templates.Docx.row;
import static org.opora.documents.templates.Docx.simple;
import static org.opora.documents.templates.Docx.table;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opora.documents.content.application.OfficePackages;
import org.opora.documents.content.domain.ContentKind;
import org.opora.documents.content.domain.Contents;
import org.opora.documents.templates.application.TemplateCheck;
import org.opora.documents.templates.application.TemplateCheck.Checked;
import org.opora.documents.templates.domain.TemplateFault;
import org.opora.documents.templates.domain.TemplateFault.Kind;
import org.opora.documents.templates.domain.TemplateFault.Part;

/** Templates as people and programs make them. */
class TortureTest {
  private final Sample sample = new Sample();
  private final TemplateCheck check = new TemplateCheck(sample);

  private static Arguments fills(String what, Docx template, String words) {
    return Arguments.of(what, template, words);
  }

  static Stream<Arguments> filled() {
    return Stream.of(words(), commands(), rows(), stories()).flatMap(all -> all);
  }

  private static Stream<Arguments> words() {
    return Stream.of(
        fills("plain", Docx.of(line("Paní {{carer}}, {{town}}")), "Paní Jana Nováková, Písek¶"),
        fills("two runs", Docx.of(p(r("Paní {{car"), r("er}}!"))), "Paní Jana Nováková!¶"),
        fills(
            "a run for each letter",
            Docx.of(
                p(
                    "{{carer}}"
                        .chars()
                        .mapToObj(one -> r(Character.toString(one)))
                        .toArray(String[]::new))),
            "Jana Nováková¶"),
        fills("braces apart", Docx.of(p(r("{"), r("{town"), r("}"), r("}."))), "Písek.¶"),
        fills(
            "marks between",
            Docx.of(
                p(
                    r("{{to"),
                    "<w:proofErr w:type=\"spellStart\"/><w:bookmarkStart w:id=\"1\" w:name=\"a\"/>",
                    r("wn"),
                    "<w:bookmarkEnd w:id=\"1\"/><w:proofErr w:type=\"spellEnd\"/>",
                    r("}}"))),
            "Písek¶"),
        fills(
            "page break that Word remembers",
            Docx.of(p(r("{{to"), "<w:r><w:lastRenderedPageBreak/><w:t>wn}}</w:t></w:r>")),
            "Písek¶"),
        fills(
            "another look in the middle",
            Docx.of(p(r("a {{"), bold("town"), r("}} b"))),
            "a Písek b¶"),
        fills("blanks inside", Docx.of(line("{{  town\u00A0}}|{{ town }}")), "Písek|Písek¶"),
        fills(
            "side by side", Docx.of(line("{{town}}{{town}}{{carer}}")), "PísekPísekJana Nováková¶"),
        fills(
            "ends and begins in one run",
            Docx.of(p(r("{{to"), r("wn}} a {{car"), r("er}} a {{town}}"), r("."))),
            "Písek a Jana Nováková a Písek.¶"),
        fills(
            "accents beside their letters",
            Docx.of(line("{{" + Normalizer.normalize("jméno dítěte", Normalizer.Form.NFD) + "}}")),
            "Tomáš¶"),
        fills(
            "name of two words over a line of XML", Docx.of(line("{{jméno\n dítěte}}")), "Tomáš¶"),
        fills("lines and tabulators", Docx.of(line("a {{lines}} b")), "a první\nč. 2\tx\ntřetí b¶"),
        fills(
            "a value that looks like a field",
            Docx.of(line("{{tricky}}|{{town}}")),
            "{{town}} & <w:t> }} \"'|Písek¶"),
        fills("braces of words", Docx.of(line("{a} } { {b} {{town}}")), "{a} } { {b} Písek¶"),
        fills("nothing to fill", Docx.of(line("Bez polí")), "Bez polí¶"),
        fills(
            "runs without words",
            Docx.of(p("<w:r/>", "<w:r><w:t/></w:r>", r("{{town}}"), "<w:r><w:t></w:t></w:r>")),
            "Písek¶"),
        fills(
            "two texts in a run",
            Docx.of(p("<w:r><w:t>{{to</w:t><w:t>wn}}</w:t><w:tab/><w:t>{{town}}</w:t></w:r>")),
            "Písek\tPísek¶"),
        fills(
            "control within a line",
            Docx.of(p(r("a "), control("<w:alias w:val=\"x\"/>", r("{{town}}")), r(" b"))),
            "a Písek b¶"),
        fills(
            "control around lines", Docx.of(control("", line("{{town}}") + line("b"))), "Písek¶b¶"),
        fills(
            "smart tag",
            Docx.of(p("<w:smartTag w:element=\"place\">", r("{{to"), "</w:smartTag>", r("wn}}"))),
            "Písek¶"),
        fills("names of the standard", Docx.of(line("{{town}}")).strict(), "Písek¶"));
  }

  private static Stream<Arguments> commands() {
    return Stream.of(
        fills("merge field", Docx.of(p(r("a "), merge("town"), r(" b"))), "a Písek b¶"),
        fills(
            "simple merge field",
            Docx.of(p(simple(" MERGEFIELD town ", bold("«town»")))),
            "Písek¶"),
        fills("simple one that shows nothing", Docx.of(p(simple("MERGEFIELD town", ""))), "Písek¶"),
        fills(
            "simple one with several runs",
            Docx.of(p(simple("MERGEFIELD town", r("«") + bold("to") + r("wn»")), r("."))),
            "Písek.¶"),
        fills(
            "instruction in pieces",
            Docx.of(
                p(
                    mark("begin"),
                    instruction(" MERGE"),
                    instruction("FIELD tow"),
                    instruction("n "),
                    mark("separate"),
                    r("«to"),
                    r("wn»"),
                    mark("end"))),
            "Písek¶"),
        fills(
            "name in quotes",
            Docx.of(p(command(" MERGEFIELD &quot;jméno dítěte&quot; \\* CHARFORMAT", r("x")))),
            "Tomáš¶"),
        fills(
            "merge field that shows nothing",
            Docx.of(p(mark("begin"), instruction("MERGEFIELD town"), mark("end"), r("."))),
            "Písek.¶"),
        fills(
            "all of it in one run",
            Docx.of(
                p(
                    "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>MERGEFIELD town</w:instrText>"
                        + "<w:fldChar w:fldCharType=\"separate\"/><w:t>x</w:t>"
                        + "<w:fldChar w:fldCharType=\"end\"/><w:t>!</w:t></w:r>")),
            "Písek!¶"),
        fills("lines in a merge field", Docx.of(p(merge("lines"))), "první\nč. 2\tx\ntřetí¶"),
        fills(
            "number of the page stays",
            Docx.of(p(r("{{town}} "), command(" PAGE ", r("1")), simple(" NUMPAGES ", r("2")))),
            "Písek 12¶"),
        fills(
            "contents over paragraphs stay",
            Docx.of(
                p(mark("begin"), instruction(" TOC \\o "), mark("separate"), r("Cíle 1")),
                p("<w:hyperlink w:anchor=\"a\">", r("Plány 2"), "</w:hyperlink>"),
                p(mark("end")),
                line("{{town}}")),
            "Cíle 1¶Plány 2¶¶Písek¶"));
  }

  private static Stream<Arguments> rows() {
    String child = row(line("{{child.name}}"), line("{{child.born}}"));
    return Stream.of(
        fills(
            "rows of a list",
            Docx.of(
                table(row(line("Jméno"), line("Narozen")), child, row(line("Celkem"), line("2")))),
            "Jméno¶Narozen¶Anna¶1. 2. 2015¶Petr {{town}}¶3. 4. 2018¶Celkem¶2¶"),
        fills(
            "a value of its own in each row",
            Docx.of(table(row(line("{{child.name}}, {{town}}")))),
            "Anna, Písek¶Petr {{town}}, Písek¶"),
        fills(
            "merge fields in a row",
            Docx.of(table(row(p(merge("child.name")), p(merge("town"))))),
            "Anna¶Písek¶Petr {{town}}¶Písek¶"),
        fills(
            "column in pieces",
            Docx.of(table(row(p(r("{{chi"), r("ld.na"), r("me}}"))))),
            "Anna¶Petr {{town}}¶"),
        fills(
            "empty list below a head",
            Docx.of(table(row(line("a")), row(line("{{none.name}}")))),
            "a¶"),
        fills("empty list alone", Docx.of(table(row(line("{{none.name}}"))), line("b")), "¶b¶"),
        fills(
            "empty list in a cell",
            Docx.of(table(row(table(row(line("{{none.name}}"))) + p()))),
            "¶¶"),
        fills(
            "empty list in a control",
            Docx.of(table(row(line("a")), control("", row(line("{{none.name}}"))))),
            "a¶"),
        fills(
            "control around a row",
            Docx.of(table(control("", child))),
            "Anna¶1. 2. 2015¶Petr {{town}}¶3. 4. 2018¶"),
        fills(
            "table in a table",
            Docx.of(table(row(line("{{town}}") + table(child) + p()))),
            "Písek¶Anna¶1. 2. 2015¶Petr {{town}}¶3. 4. 2018¶¶"),
        fills(
            "table within a row that is repeated",
            Docx.of(table(row(line("{{child.name}}") + table(row(line("{{town}}"))) + p()))),
            "Anna¶Písek¶¶Petr {{town}}¶Písek¶¶"),
        fills(
            "two lists in two tables",
            Docx.of(table(child), p(), table(row(line("{{visit.day}}")))),
            "Anna¶1. 2. 2015¶Petr {{town}}¶3. 4. 2018¶¶5. 5. 2026¶"),
        fills(
            "bookmark in a row",
            Docx.of(
                table(
                    row(
                        p(
                            "<w:bookmarkStart w:id=\"4\" w:name=\"x\"/>",
                            r("{{child.name}}"),
                            "<w:bookmarkEnd w:id=\"4\"/>")))),
            "Anna¶Petr {{town}}¶"),
        fills("field in a cell", Docx.of(table(row(line("{{town}}"), line("b")))), "Písek¶b¶"));
  }

  private static Stream<Arguments> stories() {
    return Stream.of(
        fills(
            "text box",
            Docx.of(p(r("a "), box(line("{{to" + "wn}}")), r("{{carer}}"))),
            "a Písek¶Písek¶Jana Nováková¶"),
        fills(
            "field around a text box that is a neighbour",
            Docx.of(p(r("{{town}}"), box(p(r("{{"), r("carer}}"))))),
            "PísekJana Nováková¶Jana Nováková¶¶"),
        fills(
            "table in a text box",
            Docx.of(p(box(table(row(line("{{child.name}}"))) + p()))),
            "Anna¶Petr {{town}}¶¶Anna¶Petr {{town}}¶¶¶"),
        fills(
            "text box in a row",
            Docx.of(table(row(p(r("{{child.name}}"), box(line("{{child.born}}")))))),
            "Anna1. 2. 2015¶1. 2. 2015¶¶Petr {{town}}3. 4. 2018¶3. 4. 2018¶¶"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void filled(String what, Docx template, String words) throws Exception {
    byte[] written = fill(template);
    assertEquals(words, Docx.words(Docx.parts(written).get("word/document.xml")));
    Contents contents = new Contents(new OfficePackages(), Contents.LARGEST);
    assertEquals(ContentKind.DOCX, contents.take(written).kind());
    for (Map.Entry<String, byte[]> part : Docx.parts(written).entrySet()) {
      assertNotNull(Docx.read(part.getValue()), part.getKey());
    }
  }

  private byte[] fill(Docx template) {
    Checked checked = check.check(template.bytes());
    assertEquals(List.of(), checked.faults());
    return checked.template().orElseThrow().fill(sample);
  }

  @Test
  void everyStoryIsFilled() throws Exception {
    Docx template =
        Docx.of(line("{{town}}"))
            .story("header1", "header", line("H {{carer}}"))
            .story("header2", "header", table(row(line("{{child.name}}"))) + p())
            .story("footer1", "footer", p(merge("town")))
            .story(
                "footnotes",
                "footnotes",
                "<w:footnote w:id=\"1\">" + line("F {{town}}") + "</w:footnote>")
            .story(
                "endnotes",
                "endnotes",
                "<w:endnote w:id=\"1\">" + line("E {{town}}") + "</w:endnote>");
    Map<String, byte[]> parts = Docx.parts(fill(template));
    Map<String, String> words =
        Map.of(
            "document", "Písek¶",
            "header1", "H Jana Nováková¶",
            "header2", "Anna¶Petr {{town}}¶¶",
            "footer1", "Písek¶",
            "footnotes", "F Písek¶",
            "endnotes", "E Písek¶");
    for (Map.Entry<String, String> one : words.entrySet()) {
      assertEquals(one.getValue(), Docx.words(parts.get("word/" + one.getKey() + ".xml")));
    }
    assertEquals(
        Set.of("town", "carer", "child.name"),
        check.check(template.bytes()).template().orElseThrow().fields());
  }

  /** What is not filled stays as it is, to the byte. */
  @Test
  void whatIsNotFilledStays() throws Exception {
    String picture = "<a xmlns=\"x\"> &#13; b</a>";
    Docx template = Docx.of(line("{{town}}")).part("word/theme/theme1.xml", picture);
    Map<String, byte[]> parts = Docx.parts(fill(template));
    assertEquals(picture, new String(parts.get("word/theme/theme1.xml"), StandardCharsets.UTF_8));
    assertEquals(List.copyOf(Docx.parts(template.bytes()).keySet()), List.copyOf(parts.keySet()));
  }

  @Test
  void theLookOfAFieldIsThatOfItsBeginning() throws Exception {
    byte[] written = fill(Docx.of(p(r("a"), bold("{{to"), r("wn}}b"), merge("carer"))));
    String xml = new String(Docx.parts(written).get("word/document.xml"), StandardCharsets.UTF_8);
    assertTrue(
        xml.contains(
            "<w:b/></w:rPr><w:t xml:space=\"preserve\"/><w:t xml:space=\"preserve\">Písek"),
        xml);
    assertTrue(xml.contains("<w:b/></w:rPr><w:t xml:space=\"preserve\">Jana Nováková"), xml);
    assertFalse(xml.contains("MERGEFIELD"), xml);
  }

  @Test
  void aRepeatedRowRepeatsNoName() throws Exception {
    byte[] written =
        fill(
            Docx.of(
                table(
                    row(
                        p(
                            "<w:bookmarkStart w:id=\"4\" w:name=\"x\"/>",
                            r("{{child.name}}"),
                            "<w:bookmarkEnd w:id=\"4\"/>")))));
    String xml = new String(Docx.parts(written).get("word/document.xml"), StandardCharsets.UTF_8);
    assertEquals(2, xml.split("bookmarkStart", -1).length, xml);
    assertEquals(2, xml.split("paraId", -1).length, xml);
  }

  /** Otherwise a letter would ask for a file of addresses whenever it is opened. */
  @Test
  void theSourceOfAddressesIsTakenOut() throws Exception {
    String word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    Docx template =
        Docx.of(p(merge("town")))
            .part(
                "word/settings.xml",
                "<w:settings "
                    + word
                    + "><w:mailMerge><w:query w:val=\"SELECT\"/></w:mailMerge>"
                    + "<w:zoom w:percent=\"100\"/></w:settings>")
            .part(
                "word/_rels/settings.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"r1\" TargetMode=\"External\" Target=\"file:///C:/a.xlsx\""
                    + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                    + "mailMergeSource\"/></Relationships>");
    Map<String, byte[]> parts = Docx.parts(fill(template));
    String settings = new String(parts.get("word/settings.xml"), StandardCharsets.UTF_8);
    assertFalse(settings.contains("mailMerge"), settings);
    assertTrue(settings.contains("zoom"), settings);
    assertFalse(
        new String(parts.get("word/_rels/settings.xml.rels"), StandardCharsets.UTF_8)
            .contains("a.xlsx"));
  }

  private static Arguments faulty(String what, byte[] template, Kind... kinds) {
    return Arguments.of(what, template, Arrays.asList(kinds));
  }

  private static Arguments faulty(String what, Docx template, Kind... kinds) {
    return faulty(what, template.bytes(), kinds);
  }

  static Stream<Arguments> refused() {
    return Stream.of(names(), places(), hidden(), lists(), files()).flatMap(all -> all);
  }

  private static Stream<Arguments> names() {
    return Stream.of(
        faulty("unknown", Docx.of(line("{{xylophone}}")), Kind.UNKNOWN),
        faulty("misspelt", Docx.of(line("{{carrer}}")), Kind.MISSPELT),
        faulty("capital", Docx.of(line("{{Town}}")), Kind.MISSPELT),
        faulty("unknown column", Docx.of(table(row(line("{{child.nmae}}")))), Kind.MISSPELT),
        faulty("list without a column", Docx.of(table(row(line("{{child}}")))), Kind.UNKNOWN),
        faulty("no name", Docx.of(line("{{}}")), Kind.UNKNOWN),
        faulty("unknown merge field", Docx.of(p(merge("xylophone"))), Kind.UNKNOWN),
        faulty("misspelt simple one", Docx.of(p(simple("MERGEFIELD twon", r("x")))), Kind.MISSPELT),
        faulty("not closed", Docx.of(line("a {{town b")), Kind.BRACES),
        faulty("not opened", Docx.of(line("a town}} b")), Kind.BRACES),
        faulty("closed by one", Docx.of(line("{{town} a")), Kind.BRACES),
        faulty("opened by one", Docx.of(line("{town}}")), Kind.BRACES),
        faulty("three", Docx.of(line("{{{town}}}")), Kind.BRACES),
        faulty("one in another", Docx.of(line("{{a {{town}}")), Kind.BRACES),
        faulty("over paragraphs", Docx.of(line("{{to"), line("wn}}")), Kind.BRACES),
        faulty("over cells", Docx.of(table(row(line("{{to"), line("wn}}")))), Kind.BRACES),
        faulty(
            "tabulator inside",
            Docx.of(p("<w:r><w:t>{{to</w:t><w:tab/><w:t>wn}}</w:t></w:r>")),
            Kind.BRACES),
        faulty(
            "line inside",
            Docx.of(p("<w:r><w:t>{{to</w:t><w:br/><w:t>wn}}</w:t></w:r>")),
            Kind.BRACES),
        faulty("text box inside", Docx.of(p(r("{{to"), box(line("x")), r("wn}}"))), Kind.BRACES));
  }

  private static Stream<Arguments> places() {
    return Stream.of(
        faulty(
            "in a link",
            Docx.of(p("<w:hyperlink r:id=\"r1\">", r("{{town}}"), "</w:hyperlink>")),
            Kind.HYPERLINK),
        faulty(
            "half in a link",
            Docx.of(p(r("{{to"), "<w:hyperlink r:id=\"r1\">", r("wn}}"), "</w:hyperlink>")),
            Kind.HYPERLINK),
        faulty(
            "merge field in a link",
            Docx.of(p("<w:hyperlink r:id=\"r1\">", merge("town"), "</w:hyperlink>")),
            Kind.HYPERLINK),
        faulty(
            "address of a link",
            Docx.of(p(command(" HYPERLINK &quot;mailto:{{town}}&quot; ", r("x")))),
            Kind.HYPERLINK),
        faulty(
            "words of such a link",
            Docx.of(p(command(" HYPERLINK &quot;mailto:a&quot; ", r("{{town}}")))),
            Kind.HYPERLINK),
        faulty(
            "address beside the words",
            Docx.of(line("a"))
                .part(
                    "word/_rels/document.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"r1\" TargetMode=\"External\" Target=\"mailto:%7B%7Btown%7D%7D\""
                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\"/>"
                        + "</Relationships>"),
            Kind.HYPERLINK),
        faulty(
            "condition",
            Docx.of(p(command(" IF " + "1 = 1 &quot;a&quot; &quot;b&quot; ", r("a")))),
            Kind.INSTRUCTION),
        faulty(
            "merge field in a condition",
            Docx.of(
                p(
                    mark("begin"),
                    instruction(" IF "),
                    merge("town"),
                    instruction(" = &quot;Písek&quot; "),
                    mark("separate"),
                    r("a"),
                    mark("end"))),
            Kind.INSTRUCTION),
        faulty(
            "braces in a condition",
            Docx.of(p(command(" IF {{town}} = 1 ", r("a")))),
            Kind.INSTRUCTION),
        faulty("next one", Docx.of(p(command(" NEXT ", r("")))), Kind.INSTRUCTION),
        faulty(
            "file from elsewhere",
            Docx.of(p(command(" INCLUDETEXT &quot;c:\\\\a.docx&quot; ", r("")))),
            Kind.INSTRUCTION),
        faulty(
            "capitals",
            Docx.of(p(command(" MERGEFIELD town \\* Upper ", r("x")))),
            Kind.INSTRUCTION),
        faulty(
            "words before",
            Docx.of(p(simple("MERGEFIELD town \\b &quot;v &quot;", r("x")))),
            Kind.INSTRUCTION),
        faulty(
            "result of another field",
            Docx.of(p(command(" REF a ", r("{{town}}")))),
            Kind.INSTRUCTION),
        faulty(
            "result of another simple one",
            Docx.of(p(simple(" REF a ", r("{{town}}")))),
            Kind.INSTRUCTION),
        faulty(
            "never ended",
            Docx.of(p(mark("begin"), instruction("MERGEFIELD town"))),
            Kind.INSTRUCTION),
        faulty(
            "merge field over paragraphs",
            Docx.of(
                p(mark("begin"), instruction("MERGEFIELD town"), mark("separate")), p(mark("end"))),
            Kind.INSTRUCTION),
        faulty(
            "added and not accepted",
            Docx.of(p("<w:ins w:id=\"1\">", r("{{town}}"), "</w:ins>")),
            Kind.TRACKED),
        faulty(
            "half of it added",
            Docx.of(p(r("{{"), "<w:ins w:id=\"1\">", r("town"), "</w:ins>", r("}}"))),
            Kind.TRACKED),
        faulty(
            "deleted and not accepted",
            Docx.of(p("<w:del w:id=\"1\"><w:r><w:delText>{{town}}</w:delText></w:r></w:del>")),
            Kind.TRACKED),
        faulty(
            "description of a picture",
            Docx.of(
                p(
                    "<w:r><w:drawing><wp:docPr id=\"1\" name=\"a\" descr=\"{{town}}\"/></w:drawing></w:r>")),
            Kind.PLACE),
        faulty(
            "formula", Docx.of(p("<m:oMath><m:r><m:t>{{town}}</m:t></m:r></m:oMath>")), Kind.PLACE),
        faulty(
            "comment",
            Docx.of(line("a")).story("comments", "comments", line("{{town}}")),
            Kind.COMMENTS,
            Kind.PLACE),
        faulty(
            "name of the document",
            Docx.of(line("a")).part("docProps/core.xml", "<c><t>{{town}}</t></c>"),
            Kind.PLACE),
        faulty(
            "control that is filled from elsewhere",
            Docx.of(p(control("<w:dataBinding w:xpath=\"/a\"/>", r("{{town}}")))),
            Kind.PLACE),
        faulty(
            "such a control around lines",
            Docx.of(control("<w:dataBinding w:xpath=\"/a\"/>", line("{{town}}"))),
            Kind.PLACE));
  }

  /** What no page would show, and whoever receives the letter would find. */
  private static Stream<Arguments> hidden() {
    String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    String word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    String comments =
        "<w:comments "
            + word
            + "><w:comment w:id=\"1\">"
            + line("Ten opilec")
            + "</w:comment>"
            + "</w:comments>";
    String relation =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument"
            + "/2006/relationships/%s\" Target=\"a.html\"/></Relationships>";
    String merging = "<w:x " + word + ">" + p(merge("town")) + "</w:x>";
    return Stream.of(
        faulty(
            "comment of somebody",
            Docx.of(line("{{town}}")).part("word/comments.xml", comments),
            Kind.COMMENTS),
        faulty(
            "comment under another name",
            Docx.of(line("{{town}}"))
                .part("word/notes.bin", comments)
                .part(
                    "[Content_Types].xml",
                    types("<Default Extension=\"bin\" ContentType=\"" + type + "comments+xml\"/>")),
            Kind.COMMENTS),
        faulty(
            "words that were added",
            Docx.of(line("{{town}}"), p("<w:ins w:id=\"1\">", r("navíc"), "</w:ins>")),
            Kind.TRACKED),
        faulty(
            "words that were taken out",
            Docx.of(p("<w:del w:id=\"1\"><w:r><w:delText>opilec</w:delText></w:r></w:del>")),
            Kind.TRACKED),
        faulty(
            "words that were moved here",
            Docx.of(p("<w:moveTo w:id=\"1\">", r("sem"), "</w:moveTo>")),
            Kind.TRACKED),
        faulty(
            "words that were moved away",
            Docx.of(line("a"))
                .story(
                    "footer1", "footer", p("<w:moveFrom w:id=\"1\">", r("odtud"), "</w:moveFrom>")),
            Kind.TRACKED),
        faulty(
            "end of a paragraph that was added",
            Docx.of("<w:p><w:pPr><w:rPr><w:ins w:id=\"1\"/></w:rPr></w:pPr>" + r("a") + "</w:p>"),
            Kind.TRACKED),
        faulty(
            "another document",
            Docx.of(line("a"))
                .part("word/_rels/document.xml.rels", relation.formatted("aFChunk"))
                .part("word/a.html", "x"),
            Kind.CHUNK),
        faulty(
            "merge field where nothing is filled",
            Docx.of(line("a")).part("word/glossary/document.xml", merging),
            Kind.PLACE),
        faulty(
            "merge field in pieces",
            Docx.of(line("a"))
                .part(
                    "word/x.xml",
                    "<w:x "
                        + word
                        + ">"
                        + p(instruction("MERGE"), instruction("FIELD town"))
                        + "</w:x>"),
            Kind.PLACE));
  }

  private static String types(String more) {
    return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
        + "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
        + more
        + "</Types>";
  }

  private static Stream<Arguments> lists() {
    return Stream.of(
        faulty("column outside a table", Docx.of(line("{{child.name}}")), Kind.LIST_OUTSIDE),
        faulty(
            "merge field of a column outside", Docx.of(p(merge("child.name"))), Kind.LIST_OUTSIDE),
        faulty(
            "two lists in a row",
            Docx.of(table(row(line("{{child.name}}"), line("{{visit.day}}")))),
            Kind.TWO_LISTS),
        faulty(
            "list in a list",
            Docx.of(table(row(line("{{child.name}}") + table(row(line("{{visit.day}}"))) + p()))),
            Kind.LIST_IN_LIST),
        faulty(
            "note in a row",
            Docx.of(
                table(row(p(r("{{child.name}}"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>")))),
            Kind.ROW_HOLDS));
  }

  private static Stream<Arguments> files() {
    return Stream.of(
        faulty("nothing", new byte[0], Kind.NOT_DOCX),
        faulty("words", "{{town}}".getBytes(StandardCharsets.UTF_8), Kind.NOT_DOCX),
        faulty("half", Arrays.copyOf(Docx.of(line("{{town}}")).bytes(), 300), Kind.NOT_DOCX),
        faulty("pdf", "%PDF-1.7 startxref %%EOF".getBytes(StandardCharsets.UTF_8), Kind.NOT_DOCX),
        faulty("macros", Docx.of(line("a")).part("word/vbaProject.bin", "x"), Kind.NOT_DOCX),
        faulty(
            "locked",
            "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"
                .getBytes(StandardCharsets.ISO_8859_1),
            Kind.NOT_DOCX),
        faulty(
            "very deep",
            Docx.of(
                control("", "").replace("</w:sdtContent></w:sdt>", "").repeat(5_000)
                    + "</w:sdtContent></w:sdt>".repeat(5_000)),
            Kind.NOT_DOCX),
        faulty("very long", Docx.of(line("a".repeat(3 << 20))), Kind.NOT_DOCX),
        faulty("no XML", Docx.of("<w:p>"), Kind.NOT_DOCX),
        faulty(
            "a list of its parts under another name",
            Docx.of(line("{{town}}")).without("[Content_Types].xml").part("x.xml", types("")),
            Kind.NOT_DOCX),
        faulty(
            "signed",
            Docx.of(line("{{town}}")).part("_xmlsignatures/sig1.xml", "<a/>"),
            Kind.SIGNED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refused(String what, byte[] template, List<Kind> kinds) {
    Checked checked = check.check(template);
    assertTrue(checked.template().isEmpty());
    assertEquals(
        Set.copyOf(kinds),
        checked.faults().stream().map(TemplateFault::kind).collect(Collectors.toSet()),
        checked.faults().toString());
  }

  @Test
  void aStoryIsOneAlsoWhereItsKindFollowsFromItsName() throws Exception {
    byte[] template =
        Docx.of(line("{{town}}"))
            .part(
                "word/low.hdr",
                "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                    + line("{{carer}}")
                    + "</w:hdr>")
            .part(
                "[Content_Types].xml",
                types(
                    "<Default Extension=\"hdr\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>"))
            .bytes();
    Checked checked = check.check(template);
    assertEquals(List.of(), checked.faults());
    byte[] filled = checked.template().orElseThrow().fill(new Sample());
    assertEquals("Jana Nováková¶", Docx.words(Docx.parts(filled).get("word/low.hdr")));
  }

  /** Nobody corrects one thing only to be told of the next one. */
  @Test
  void everythingIsSaidAtOnce() {
    Docx template =
        Docx.of(line("ok {{town}}"), line("{{carrer}}"), line("{{child.name}} a {{town"))
            .story("header1", "header", line("{{town}}"))
            .story("header2", "header", p() + p(r("{{x"), r("ylophone}} a {{xylophone}}")))
            .story("footer1", "footer", p(command(" IF 1 = 1 ", r("a"))));
    assertEquals(
        Set.of(
            new TemplateFault(Kind.MISSPELT, Part.BODY, 0, 2, "carrer", "carer"),
            new TemplateFault(Kind.LIST_OUTSIDE, Part.BODY, 0, 3, "child.name", "child"),
            new TemplateFault(Kind.BRACES, Part.BODY, 0, 3, "{{child.name}} a {{town", ""),
            new TemplateFault(Kind.UNKNOWN, Part.HEADER, 2, 2, "xylophone", ""),
            new TemplateFault(Kind.INSTRUCTION, Part.FOOTER, 1, 1, "IF 1 = 1", "")),
        Set.copyOf(check.check(template.bytes()).faults()));
  }

  @Test
  void whyItIsNoDocumentIsSaid() {
    Checked macros = check.check(Docx.of(line("a")).part("word/vbaProject.bin", "x").bytes());
    assertEquals("content.macros", macros.why().key());
  }

  /** A command of any length is read in a moment. */
  @Test
  void whatIsMadeToHoldUpHoldsNobodyUp() {
    Docx template =
        Docx.of(
            p(simple("MERGEFIELD town" + " \\* MERGEFORMAT".repeat(4_000), r("x"))),
            line("{{a}}".repeat(20_000)),
            p((mark("begin") + "<m:t>a</m:t>\n").repeat(10_000)),
            line("{{" + "b".repeat(100_000) + "}}"),
            p(r("{{").repeat(20_000)));
    Checked checked =
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> check.check(template.bytes()));
    assertEquals(
        Set.of(Kind.INSTRUCTION, Kind.UNKNOWN, Kind.BRACES),
        checked.faults().stream().map(TemplateFault::kind).collect(Collectors.toSet()));
  }

  @Test
  void thereAreMoreThanFortyOfThem() {
    Set<String> names = new TreeSet<>();
    Stream.concat(filled(), refused())
        .forEach(one -> assertTrue(names.add((String) one.get()[0]), (String) one.get()[0]));
    assertTrue(names.size() >= 100, names.size() + " templates");
  }
}

package org.opora.documents.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.opora.documents.templates.application.Template;
import org.opora.documents.templates.application.TemplateCheck;
import org.opora.documents.templates.domain.Catalogue;
import org.opora.documents.templates.domain.Values;
import org.opora.testkit.SeedOfRun;

/** Whatever the value is: the document is whole, and the words in it are those of the value. */
@AddLifecycleHook(SeedOfRun.class)
class ValueProperties {
  private static final Template TEMPLATE =
      new TemplateCheck(
              new Catalogue() {
                @Override
                public Set<String> fields() {
                  return Set.of("a");
                }

                @Override
                public Map<String, Set<String>> lists() {
                  return Map.of("l", Set.of("a"));
                }
              })
          .check(
              Docx.of(
                      Docx.p(Docx.r("x{{"), Docx.bold("a"), Docx.r("}}y")),
                      Docx.p(Docx.merge("a"), Docx.r("|{{a}}")),
                      Docx.table(Docx.row(Docx.line("{{l.a}}"), Docx.line("{{a}}"))))
                  .story("header1", "header", Docx.p(Docx.simple("MERGEFIELD a", "")))
                  .bytes())
          .template()
          .orElseThrow();

  private static Map<String, byte[]> filled(String value) throws Exception {
    return Docx.parts(
        TEMPLATE.fill(
            new Values() {
              @Override
              public String value(String field) {
                return value;
              }

              @Override
              public List<Map<String, String>> rows(String list) {
                return List.of(Map.of("a", value), Map.of("a", value));
              }
            }));
  }

  /** What XML can hold, and above all what could be taken for something else. */
  @Provide
  Arbitrary<String> values() {
    Arbitrary<String> one =
        Arbitraries.oneOf(
            Arbitraries.of(
                "&",
                "<",
                ">",
                "\"",
                "'",
                "{{a}}",
                "{{",
                "}}",
                "{",
                "}",
                "\n",
                "\t",
                "]]>",
                "<!--",
                "</w:t>",
                "&amp;",
                "&#10;",
                " ",
                "\u00A0",
                "\u200F",
                "שלום",
                "مرحبا",
                "ž",
                "ł",
                "\uD83D\uDE00",
                "z\u030C",
                "\u2028",
                "\u0085",
                "\uFFFC",
                "«a»",
                "MERGEFIELD a"),
            Arbitraries.chars()
                .filter(c -> c >= 0x20 && c < 0xD800 || c >= 0xE000 && c <= 0xFFFD)
                .map(String::valueOf));
    Arbitrary<String> words = one.list().ofMaxSize(60).map(list -> String.join("", list));
    Arbitrary<String> long_ =
        one.map(part -> part.repeat(10_000 / part.length() + 1).substring(0, 10_000))
            .filter(text -> !Character.isHighSurrogate(text.charAt(text.length() - 1)));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(9, words), net.jqwik.api.Tuple.of(1, long_));
  }

  @Property
  void theWordsAreThoseOfTheValue(@ForAll("values") String value) throws Exception {
    Map<String, byte[]> parts = filled(value);
    assertEquals(
        "x" + value + "y¶" + value + "|" + value + "¶" + (value + "¶").repeat(4),
        Docx.words(parts.get("word/document.xml")));
    assertEquals(value + "¶", Docx.words(parts.get("word/header1.xml")));
  }

  @Property
  void anythingAtAllGivesAWholeDocument(@ForAll String value) throws Exception {
    for (Map.Entry<String, byte[]> part : filled(value).entrySet()) {
      assertNotNull(Docx.read(part.getValue()), part.getKey());
    }
  }
}

package org.opora.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.opora.api.addressees.Addressees.Lack;
import org.opora.api.documents.Deliveries.Channel;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.CourseReports.State;
import org.opora.api.reports.Reader;
import org.opora.course.domain.Answer;
import org.opora.course.domain.RecipientKind;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.Texts;

/** The three languages say the same, and whatever a page may show has its words. */
class TextsTest {
  private final BundleTexts texts = new BundleTexts(CourseModule.class, CourseModule.ORIGIN);

  @Test
  void theLanguagesAreInStep() {
    assertEquals(List.of(), Texts.faults(Path.of("target/classes")));
  }

  @Test
  void whateverAPageMayShowHasItsWords() {
    said("report.kind.", Kind.values());
    said("report.state.", State.values());
    said("report.as.", Reader.values());
    said("section.only.", Reader.values());
    said("statement.answer.", Answer.values());
    said("recipient.kind.", RecipientKind.values());
    said("send.channel.", Channel.values());
    said("lack.", Lack.values());
    said("paper.title.", Kind.values());
    said("paper.answer.", new Enum<?>[] {Answer.NOTHING, Answer.NOT_REACHED});
  }

  private void said(String prefix, Enum<?>[] all) {
    for (Enum<?> one : all) {
      String key = prefix + one.name();
      assertFalse(texts.text(Locale.ENGLISH, key, "x", "y").contains("?"), key);
    }
  }
}

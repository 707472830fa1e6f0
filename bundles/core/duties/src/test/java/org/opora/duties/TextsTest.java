package org.opora.duties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Trust;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.Texts;

/** The three languages say the same, and templates say nothing that is not there. */
class TextsTest {
  private final BundleTexts texts = new BundleTexts(DutiesModule.class, "org.opora.duties");

  @Test
  void theLanguagesAreInStep() {
    assertEquals(List.of(), Texts.faults(Path.of("target/classes")));
  }

  @Test
  void everyStatusKindAndMarkHasAWord() {
    for (Duties.Status status : Duties.Status.values()) {
      said("status." + status);
    }
    for (Duties.SubjectKind kind : Duties.SubjectKind.values()) {
      said("kind." + kind);
    }
    for (String part : List.of("all", "overdue", "soon", "later", "settled", "unassessed")) {
      said("part." + part);
    }
    for (String addressee : List.of("carer", "carer-authority", "child-authority", "other")) {
      said("addressee." + addressee);
    }
    for (Trust trust : Trust.values()) {
      said("trust." + trust);
    }
  }

  private void said(String key) {
    assertFalse(texts.text(Locale.ENGLISH, key).isBlank(), key);
  }
}

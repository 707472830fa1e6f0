package org.opora.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.opora.documents.pdf.application.PageFault;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.Texts;

/** The three languages say the same, and everything that is refused has its sentence. */
class TextsTest {
  private final BundleTexts texts = new BundleTexts(DocumentsModule.class, DocumentsModule.ORIGIN);

  @Test
  void theLanguagesAreInStep() {
    assertEquals(List.of(), Texts.faults(Path.of("target/classes")));
  }

  @Test
  void everyFaultOfAPageHasItsSentence() {
    for (PageFault.Reason reason : PageFault.Reason.values()) {
      said("pdf.", reason);
    }
  }

  private void said(String group, Enum<?> reason) {
    String key = group + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    assertFalse(texts.text(Locale.ENGLISH, key, "x", "y").isBlank(), key);
  }
}

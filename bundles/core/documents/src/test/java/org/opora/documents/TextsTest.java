package org.opora.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.opora.documents.content.domain.ContentFault;
import org.opora.documents.pdf.application.PageFault;
import org.opora.documents.shared.Sentence;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.templates.domain.TemplateFault;
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
      said("pdf", reason);
    }
  }

  @Test
  void everyRefusalOfAFileHasItsSentence() {
    for (ContentFault.Reason reason : ContentFault.Reason.values()) {
      said("content", reason);
    }
  }

  @Test
  void everyFaultOfATemplateHasItsSentence() {
    for (TemplateFault.Kind kind : TemplateFault.Kind.values()) {
      said("template", kind);
    }
    for (TemplateFault.Part part : TemplateFault.Part.values()) {
      said("template.part", part);
    }
  }

  @Test
  void everyKindOfDocumentHasItsName() {
    for (DocumentKind kind : DocumentKind.values()) {
      String key = "document.kind." + kind;
      assertFalse(texts.text(Locale.ENGLISH, key).contains("?"), key);
    }
  }

  private void said(String group, Enum<?> reason) {
    String key = Sentence.key(group, reason);
    assertFalse(texts.text(Locale.ENGLISH, key, "x", 1, "y", "z").isBlank(), key);
  }
}

package org.opora.documents.store.persistence;

import java.util.List;
import org.opora.api.persistence.spi.Schema;
import org.opora.documents.DocumentsModule;
import org.opora.documents.deliveries.domain.DeliveryRow;
import org.opora.documents.letters.domain.Letter;
import org.opora.documents.store.domain.Document;
import org.opora.documents.store.domain.DocumentNamed;
import org.opora.documents.store.domain.DocumentPiece;
import org.opora.documents.store.domain.DocumentVersion;
import org.opora.documents.store.domain.LimitsRow;
import org.opora.documents.templates.domain.TemplateDocument;
import org.opora.documents.templates.domain.TemplateField;
import org.opora.documents.templates.domain.TemplateVersion;
import org.osgi.service.component.annotations.Component;

/** The tables of the documents. */
@Component
public final class DocumentsSchema implements Schema {
  @Override
  public String unit() {
    return DocumentsModule.ID;
  }

  @Override
  public List<Class<?>> entities() {
    return List.of(
        Document.class,
        DocumentVersion.class,
        DocumentNamed.class,
        DocumentPiece.class,
        LimitsRow.class,
        TemplateDocument.class,
        TemplateVersion.class,
        TemplateField.class,
        Letter.class,
        DeliveryRow.class);
  }

  @Override
  public List<String> personColumns() {
    return List.of(
        "DOCUMENT.PERSON",
        "DOCUMENT_NAMED.PERSON",
        "WRITTEN_LETTER.TO_PERSON",
        "DELIVERY.TO_PERSON");
  }

  @Override
  public List<String> fileColumns() {
    return List.of("DOCUMENT.CASE_FILE", "DOCUMENT.CHILD_FILE");
  }
}

package org.opora.api.documents.spi;

import org.opora.api.ids.DocumentId;
import org.osgi.annotation.versioning.ConsumerType;

/** Whoever made a document that stands for a record: it is that paper and no other one. */
@ConsumerType
public interface DocumentKeeper {
  /**
   * Whether a document has to stay as it was made: it gets no other version, name or date.
   * Documents that others brought are asked about as well.
   */
  boolean keeps(DocumentId document);

  /**
   * A document was withdrawn, or erased with what is known of somebody: in the transaction of that
   * change, which goes no further when this fails.
   */
  void gone(DocumentId document);
}

package org.opora.api.documents.spi;

import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Deliveries.Delivery;
import org.opora.api.ids.DocumentId;
import org.osgi.annotation.versioning.ConsumerType;

/** Whoever has to know when what it wrote went somewhere and arrived. */
@ConsumerType
public interface DeliveryWatcher {
  /**
   * A document was sent, delivered, or one of both was noted by mistake: in the transaction of that
   * change, which goes no further when this fails. Documents that others brought are told as well.
   *
   * @param all deliveries of the document as they are now, those noted by mistake among them
   */
  void changed(Viewer viewer, DocumentId document, List<Delivery> all);
}

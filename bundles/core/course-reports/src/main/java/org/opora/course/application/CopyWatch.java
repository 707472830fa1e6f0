package org.opora.course.application;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Deliveries;
import org.opora.api.documents.Deliveries.Delivery;
import org.opora.api.documents.spi.DeliveryWatcher;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.DocumentId;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.Recipient;
import org.opora.course.persistence.ReportQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where copies of reports went, on whichever page that was noted. */
@Component(service = DeliveryWatcher.class)
public final class CopyWatch implements DeliveryWatcher {
  private final ReportTools tools;
  private final Story story;

  @Activate
  public CopyWatch(@Reference ReportTools tools, @Reference Story story) {
    this.tools = tools;
    this.story = story;
  }

  @Override
  public void changed(Viewer viewer, DocumentId document, List<Delivery> all) {
    tools.tx().run(em -> changed(em, viewer, document, all));
  }

  private void changed(EntityManager em, Viewer viewer, DocumentId document, List<Delivery> all) {
    ReportQueries queries = new ReportQueries(em);
    Optional<Recipient> receiving = queries.receiving(document);
    if (receiving.isEmpty()) {
      return;
    }
    Recipient to = queries.recipient(receiving.get().id()).orElseThrow(NotFound::new);
    CareReport row = queries.find(to.report()).orElseThrow(NotFound::new);
    String name = tools.seals().to(row.file(), to);
    List<Delivery> valid =
        all.stream()
            .filter(one -> one.struckWhy() == null)
            // A copy may go to somebody else as well, and that is no delivery to this one.
            .filter(one -> goesTo(to, name, one.sent().to()))
            .toList();
    to.went(
        valid.stream().map(one -> one.sent().sentOn()).min(Comparator.naturalOrder()).orElse(null),
        valid.stream()
            .map(Delivery::receipt)
            .filter(receipt -> receipt != null && receipt.outcome().delivered())
            .map(Deliveries.Receipt::on)
            .min(Comparator.naturalOrder())
            .orElse(null));
    story.tell(em, viewer, row);
  }

  /** By who they are; of who is known by name alone, or has left since, by that name. */
  private static boolean goesTo(Recipient to, String name, Deliveries.Addressee addressee) {
    if (addressee.person() == null && addressee.body() == null) {
      return to.body() == null && name.strip().equalsIgnoreCase(addressee.name().strip());
    }
    return Objects.equals(to.person(), addressee.person())
        && Objects.equals(to.body(), addressee.body());
  }
}

package org.opora.registry.files.application;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.registry.files.domain.Handover;
import org.opora.registry.shared.application.Held;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A former record names other workers of a family that is here already: who led it until now hands
 * it over as always, with its tasks and a protocol.
 */
@Component(service = BroughtHandovers.class)
public final class BroughtHandovers {
  private final Transactions tx;
  private final CaseFiles files;
  private final HandoverWords words;
  private final HandoverWriter writer;
  private final Inbox inbox;
  private final Messages messages;

  @Activate
  public BroughtHandovers(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference CaseFiles files,
      @Reference HandoverWords words,
      @Reference HandoverWriter writer,
      @Reference Inbox inbox,
      @Reference Messages messages) {
    this.tx = tx;
    this.files = files;
    this.words = words;
    this.writer = writer;
    this.inbox = inbox;
    this.messages = messages;
  }

  /**
   * @param header of the family as it was before
   * @param keyWorker who is to lead it from today; null for nobody
   * @param deputy null for nobody
   * @return key of the protocol; null when nobody handed anything over
   * @throws org.opora.api.faults.Refused when a wall keeps one of them away
   */
  public UUID follow(Viewer viewer, CaseFiles.Header header, StaffId keyWorker, StaffId deputy) {
    boolean other = !Objects.equals(header.keyWorker(), keyWorker);
    List<HandoverWords.Line> lines =
        other && handedOver(header, keyWorker)
            ? words.of(viewer, header, words.due(viewer, List.of(header.id())))
            : List.of();
    return tx.required(
        em -> {
          UUID handover = null;
          StaffId now = header.keyWorker();
          if (other && handedOver(header, keyWorker)) {
            handover = writer.brought(viewer, header, keyWorker, lines);
            now = keyWorker;
            if (!keyWorker.equals(viewer.staff())) {
              inbox.tell(keyWorker, messages.title("inbox.handover"), "/handovers");
            }
          } else {
            writer.open(em, viewer, header.id(), keyWorker, "keyWorker");
          }
          writer.open(em, viewer, header.id(), deputy, "deputy");
          writer.assign(viewer, header.id(), now, keyWorker, deputy, viewer.today());
          return handover;
        });
  }

  /** Whom nobody leads, or nobody is to lead, nobody hands over. */
  private static boolean handedOver(CaseFiles.Header header, StaffId keyWorker) {
    return header.keyWorker() != null && keyWorker != null;
  }

  /** Whether the taker has confirmed it, or another has taken its place. */
  public boolean settled(UUID handover) {
    return tx.read(
        em -> {
          Handover row = Held.load(em, Handover.class, handover);
          return row.confirmedOn() != null || row.withdrawnOn() != null;
        });
  }

  /** Who led the family before leads it again, with the tasks that went along. */
  public void takeBack(
      Viewer viewer, CaseFiles.Header header, UUID handover, StaffId keyWorker, StaffId deputy) {
    tx.run(
        em -> {
          writer.takeBack(em, viewer, Held.hold(em, Handover.class, handover));
          files.assign(viewer, header.id(), keyWorker, deputy, viewer.today());
          StaffId taker = header.keyWorker();
          if (taker != null && !taker.equals(viewer.staff())) {
            inbox.tell(taker, messages.title("inbox.handover-withdrawn"), "/handovers");
          }
        });
  }
}

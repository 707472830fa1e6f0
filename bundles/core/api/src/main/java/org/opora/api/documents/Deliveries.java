package org.opora.api.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * To whom documents went, when, how, and how it is proven. A delivery is of the version that was
 * the present one when it was sent. Who may see the document sees its deliveries.
 */
@ProviderType
public interface Deliveries {
  /**
   * Writes down that a document was sent, in the caller's transaction when there is one: the
   * version that was the present one at the end of that day, or the first one when none was there
   * yet.
   *
   * @return key of the delivery
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of the document
   * @throws org.opora.api.faults.Refused beside the field; also when the document was withdrawn
   */
  UUID put(Viewer viewer, DocumentId document, NewDelivery delivery);

  /**
   * Writes down what became of it. Of what was delivered evidence follows; what came back proves
   * nothing. Whoever is to look after it has no more to do.
   *
   * @param version of the delivery that was seen
   * @throws org.opora.api.faults.Refused beside the field: before it was sent, in the future, late
   *     without a reason
   * @throws org.opora.api.faults.Stale when it has another version by now
   */
  void delivered(Viewer viewer, UUID delivery, long version, Receipt receipt);

  /**
   * Of all versions, the one sent last first; those noted by mistake among them. What went to
   * somebody before whom a wall keeps the viewer is left out.
   */
  List<Delivery> of(Viewer viewer, DocumentId document);

  /** In which way. */
  enum Channel {
    DATA_BOX,
    REGISTERED_POST,
    EMAIL,
    IN_PERSON,
    /** The product shows the text; whoever sends it copies it into a phone. */
    SMS
  }

  /**
   * Who receives it: somebody of the register, a body of the directory, or anybody by name.
   *
   * @param name as of the day on which it was sent; of a person and of a body it is looked up when
   *     the delivery is written down
   */
  record Addressee(PersonId person, BodyId body, String name) {}

  /**
   * @param sentOn not in the future
   * @param dueOn last day on which it has to be delivered; null when there is none
   */
  record NewDelivery(Addressee to, Channel channel, LocalDate sentOn, LocalDate dueOn) {
    public NewDelivery {
      Objects.requireNonNull(to);
    }
  }

  /** What became of it. */
  enum Outcome {
    TAKEN_OVER,
    /** Nobody took it over, and the law has it delivered when a time is over. */
    LAPSED,
    /** Whoever should take it over would not, which the law has for delivered. */
    REFUSED,
    /** It came back: nobody has it. */
    RETURNED;

    public boolean delivered() {
      return this != RETURNED;
    }
  }

  /**
   * @param on day on which it was delivered, or came back
   * @param proof document that proves it; null when there is none
   * @param lateWhy required when it was delivered after the last day
   */
  record Receipt(LocalDate on, Outcome outcome, DocumentId proof, String lateWhy) {}

  /**
   * @param number of the version of the document
   * @param receipt null while nobody knows what became of it
   * @param by name of who wrote it down
   * @param struckWhy why it was noted by mistake; null unless it was
   */
  record Delivery(
      UUID id,
      long version,
      DocumentId document,
      int number,
      NewDelivery sent,
      Receipt receipt,
      String by,
      String struckWhy) {
    /**
     * Whether it was not delivered by its day, as of this day. What came back is not waited for.
     */
    public boolean late(LocalDate today) {
      if (receipt != null && !receipt.outcome().delivered()) {
        return false;
      }
      LocalDate until = receipt == null ? today : receipt.on();
      return struckWhy == null && sent.dueOn() != null && until.isAfter(sent.dueOn());
    }
  }
}

package org.opora.supervisedcontacts.observations.application;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.opora.api.documents.Deliveries;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.PersonId;
import org.opora.supervisedcontacts.observations.domain.ReceiverKind;

/**
 * Somebody who can get a copy of a report.
 *
 * @param person of the register; null for a body, and for whom it does not know
 * @param body of the directory; null for a person, and for one that is not there
 */
public record Receiver(ReceiverKind kind, PersonId person, BodyId body, String name) {
  /** The same for the same, whoever asks and when. */
  public String key() {
    String all = kind + "|" + person + "|" + body + "|" + name;
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  Deliveries.Addressee addressee() {
    return new Deliveries.Addressee(person, body, name);
  }
}

package org.opora.documents.deliveries.application;

import java.util.UUID;
import org.opora.api.persistence.Keys;
import org.opora.documents.deliveries.domain.DeliveryRow;
import org.opora.documents.store.domain.Place;

/** The words of a delivery, sealed with the key of its document. */
record DeliverySeals(Keys keys) {
  private static final String TO = "DELIVERY.TO_S";
  private static final String LATE = "DELIVERY.LATE_WHY_S";
  private static final String STRUCK = "DELIVERY.STRUCK_WHY_S";

  byte[] to(Place place, UUID id, String name) {
    return keys.seal(place.owner(), TO, id, name);
  }

  String to(Place place, DeliveryRow row) {
    return keys.open(place.owner(), TO, row.id(), row.to());
  }

  byte[] late(Place place, UUID id, String why) {
    return keys.seal(place.owner(), LATE, id, why);
  }

  /** Null unless it was late. */
  String late(Place place, DeliveryRow row) {
    return keys.open(place.owner(), LATE, row.id(), row.lateWhy());
  }

  byte[] struck(Place place, UUID id, String why) {
    return keys.seal(place.owner(), STRUCK, id, why);
  }

  /** Null unless it was noted by mistake. */
  String struck(Place place, DeliveryRow row) {
    return keys.open(place.owner(), STRUCK, row.id(), row.struckWhy());
  }
}

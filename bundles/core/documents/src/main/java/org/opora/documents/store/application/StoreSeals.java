package org.opora.documents.store.application;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.opora.api.ids.Ids;
import org.opora.api.persistence.Keys;
import org.opora.documents.shared.Fingerprint;
import org.opora.documents.store.domain.DocumentPiece;
import org.opora.documents.store.domain.Place;
import org.opora.documents.store.persistence.DocumentRow;
import org.opora.documents.store.persistence.VersionRow;

/** What is sealed of a document: its words, the names of its files, and what is in them. */
record StoreSeals(Keys keys) {
  private static final String TITLE = "DOCUMENT.TITLE_S";
  private static final String WHY = "DOCUMENT.WITHDRAWN_WHY_S";
  private static final String NAME = "DOCUMENT_VERSION.NAME_S";
  private static final String HASH = "DOCUMENT_VERSION.HASH_S";
  private static final String CONTENT = "DOCUMENT_PIECE.CONTENT";
  private static final int PIECE = 1 << 20;

  byte[] title(Place place, UUID document, String plain) {
    return keys.seal(place.owner(), TITLE, document, plain);
  }

  String title(DocumentRow row) {
    return keys.open(row.place().owner(), TITLE, row.id(), row.title());
  }

  byte[] why(Place place, UUID document, String plain) {
    return keys.seal(place.owner(), WHY, document, plain);
  }

  /** Null unless it was withdrawn. */
  String why(DocumentRow row) {
    return keys.open(row.place().owner(), WHY, row.id(), row.withdrawnWhy());
  }

  byte[] name(Place place, UUID version, String plain) {
    return keys.seal(place.owner(), NAME, version, plain);
  }

  String name(Place place, VersionRow row) {
    return keys.open(place.owner(), NAME, row.id(), row.name());
  }

  byte[] hash(Place place, UUID version, String plain) {
    return keys.seal(place.owner(), HASH, version, plain);
  }

  String hash(Place place, VersionRow row) {
    return keys.open(place.owner(), HASH, row.id(), row.hash());
  }

  List<DocumentPiece> pieces(Place place, UUID version, byte[] content) {
    List<DocumentPiece> pieces = new ArrayList<>();
    for (int from = 0; from < content.length; from += PIECE) {
      UUID id = Ids.next();
      byte[] plain = Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE));
      byte[] sealed = keys.sealBytes(place.owner(), CONTENT, id, plain);
      pieces.add(new DocumentPiece(id, version, pieces.size(), sealed));
    }
    return pieces;
  }

  /**
   * Looks through all of it and keeps nothing, so that what is handed out afterwards is known to be
   * whole.
   *
   * @param pieces keys of the pieces in their order
   * @param sealed gives a piece
   * @throws IllegalStateException when it is not what was put in: a piece is missing, or they
   *     changed places
   */
  void verify(Place place, VersionRow row, List<UUID> pieces, Function<UUID, byte[]> sealed) {
    MessageDigest digest = Fingerprint.digest();
    pieces.forEach(id -> digest.update(piece(place, id, sealed.apply(id))));
    if (!Fingerprint.of(digest).equals(hash(place, row))) {
      throw new IllegalStateException("Version " + row.id() + " is not what was put in");
    }
  }

  byte[] piece(Place place, UUID id, byte[] sealed) {
    return keys.openBytes(place.owner(), CONTENT, id, sealed);
  }
}

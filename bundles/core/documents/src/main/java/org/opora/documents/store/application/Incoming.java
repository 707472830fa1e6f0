package org.opora.documents.store.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.ids.Ids;
import org.opora.documents.content.application.OfficePackages;
import org.opora.documents.content.domain.ContentFault;
import org.opora.documents.content.domain.Contents;
import org.opora.documents.content.domain.FileName;
import org.opora.documents.shared.Fingerprint;
import org.opora.documents.shared.Refusals;
import org.opora.documents.store.domain.DocumentPiece;
import org.opora.documents.store.domain.DocumentVersion;
import org.opora.documents.store.domain.Limits;
import org.opora.documents.store.domain.Place;

/** Looks into a file that was sent and seals it. */
record Incoming(StoreSeals seals, Limits limits) {
  /** Field of the forms. */
  static final String FILE = "file";

  /**
   * A file that was let in.
   *
   * @param name as it will be called
   * @param hash SHA-256 in hexadecimal
   */
  record Sealed(
      DocumentVersion.Added version, String name, String hash, List<DocumentPiece> pieces) {}

  /**
   * @throws Refused when the content is none that is let in
   */
  Sealed take(Viewer viewer, Place place, Sent sent) {
    Contents.Taken taken = look(sent);
    UUID version = Ids.next();
    String name = FileName.of(sent.name(), taken.kind());
    String hash = Fingerprint.of(taken.content());
    return new Sealed(
        new DocumentVersion.Added(
            version,
            taken.kind(),
            seals.name(place, version, name),
            taken.content().length,
            seals.hash(place, version, hash),
            taken.cleaned(),
            viewer.staff(),
            viewer.now()),
        name,
        hash,
        seals.pieces(place, version, taken.content()));
  }

  private Contents.Taken look(Sent sent) {
    try {
      // Asked before it is read: it may be larger than there is room for.
      if (sent.size() > limits.bytes()) {
        throw Refusals.refused(FILE, "content.large", limits.megabytes());
      }
      return new Contents(new OfficePackages(), limits.bytes()).take(sent.content().read());
    } catch (ContentFault fault) {
      throw new Refused(FILE, fault.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

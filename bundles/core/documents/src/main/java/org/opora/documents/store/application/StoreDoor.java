package org.opora.documents.store.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Decision;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.store.domain.Place;

/**
 * Who may have to do with a document: whoever works with the family, and for what is about a child
 * with a family in which the child is now. To meet the child, such as at a contact, is not enough.
 * What a document is may close it, and so does a wall at the family or at whom it is about, under
 * whichever key.
 */
record StoreDoor(Access access, AuditTrail audit, People people, CaseFiles files) {
  /**
   * @throws NotFound when the viewer may not know of it
   * @throws org.opora.api.faults.NotAllowed when the viewer may know of it, and no more
   */
  void require(Viewer viewer, String permission, Place place, DocumentKind kind) {
    access.require(viewer, permission, place.owner());
    kind.besides().ifPresent(besides -> access.require(viewer, besides));
    List<Subject> around = new ArrayList<>(List.of(Subject.of(place.file())));
    if (place.person() != null) {
      people.idsOf(place.person()).stream().map(Subject::of).forEach(around::add);
    }
    access.requireNoWall(viewer, permission, around);
    if (place.childFile() == null || !everywhere(viewer, permission, kind)) {
      CaseFileId home =
          homes(viewer, place).stream()
              .filter(file -> opens(viewer, permission, file, RelationKind.informed()))
              .filter(file -> opens(viewer, file, kind))
              .findFirst()
              .orElseThrow(() -> denied(viewer, permission, place.owner()));
      // A file in the archive is closed to whoever does not lead it, with all that is in it.
      files.header(viewer, home);
    }
  }

  private static boolean everywhere(Viewer viewer, String permission, DocumentKind kind) {
    return viewer.reach(permission) == Reach.ALL
        && viewer.reach(kind.besides().orElse(permission)) == Reach.ALL;
  }

  /** The family, or those in which the child is now. */
  private List<CaseFileId> homes(Viewer viewer, Place place) {
    return place.childFile() == null
        ? List.of(place.file())
        : people.view(viewer, place.person()).files().stream()
            .filter(part -> part.until() == null || !part.until().isBefore(viewer.today()))
            .map(PersonView.FileRef::file)
            .toList();
  }

  /** The file, for whoever may have to do with its documents. */
  CaseFiles.Header file(Viewer viewer, String permission, CaseFileId file) {
    access.require(viewer, permission, Subject.of(file));
    if (!opens(viewer, permission, file, RelationKind.informed())) {
      throw denied(viewer, permission, Subject.of(file));
    }
    return files.header(viewer, file);
  }

  /** Children of a file whose own documents are open to the viewer. */
  List<CaseFiles.Child> children(Viewer viewer, String permission, CaseFiles.Header file) {
    return file.children().stream()
        .filter(child -> access.decide(viewer, permission, Subject.of(child.file())).allowed())
        .toList();
  }

  /** What the viewer may see in this file. */
  List<DocumentKind> kinds(Viewer viewer, CaseFileId file) {
    return Arrays.stream(DocumentKind.values()).filter(kind -> opens(viewer, file, kind)).toList();
  }

  private boolean opens(Viewer viewer, CaseFileId file, DocumentKind kind) {
    return kind.besides().map(besides -> opens(viewer, besides, file, kind.readers())).orElse(true);
  }

  private boolean opens(
      Viewer viewer, String permission, CaseFileId file, Set<RelationKind> kinds) {
    Decision decision = access.decide(viewer, permission, Subject.of(file));
    return decision.allowed()
        && (viewer.reach(permission) == Reach.ALL
            || kinds.stream().map(Decision::by).anyMatch(decision::equals));
  }

  private NotFound denied(Viewer viewer, String permission, Subject subject) {
    audit.denied(viewer, permission, List.of(subject), "no-relation");
    return new NotFound();
  }
}

package org.opora.documents.store.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.documents.DocumentsModule;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.store.domain.Place;

/**
 * Who may have to do with a document: whoever works with the family, and for what is about a child
 * with a family in which the child is now. When the child is in none any more, it is theirs who
 * work with the family into which it was brought. To meet the child, such as at a contact, is not
 * enough. What a document is may close it, and so does a wall at the family or at whom it is about,
 * under whichever key.
 */
record StoreDoor(Access access, AuditTrail audit, People people, CaseFiles files) {
  /**
   * @return the file in which the viewer has the document; empty when the viewer sees every
   *     document, and none of the files in which the child is now
   * @throws NotFound when the viewer may not know of it
   * @throws org.opora.api.faults.NotAllowed when the viewer may know of it, and no more
   */
  Optional<CaseFileId> require(Viewer viewer, String permission, Place place, DocumentKind kind) {
    if (!permission.equals(DocumentsModule.READ)) {
      // Who may only read what is lent is told so of nothing that they do not see.
      require(viewer, DocumentsModule.READ, place, kind);
    }
    boolean stays = stays(viewer, place);
    access.require(viewer, permission, stays ? place.owner() : Subject.of(place.file()));
    List<Subject> around = new ArrayList<>(List.of(Subject.of(place.file()), place.owner()));
    if (place.person() != null) {
      people.idsOf(place.person()).stream().map(Subject::of).forEach(around::add);
    }
    access.requireNoWall(viewer, permission, around);
    boolean everywhere = stays && everywhere(viewer, permission, kind);
    Optional<CaseFileId> home =
        (stays ? homes(viewer, place, everywhere) : Stream.of(place.file()))
            .filter(file -> opens(viewer, permission, file, RelationKind.informed()))
            .filter(file -> opens(viewer, file, kind))
            .findFirst();
    if (home.isPresent()) {
      // A file in the archive is closed to whoever does not lead it, with all that is in it.
      files.header(viewer, home.get());
    } else if (!everywhere) {
      throw denied(viewer, permission, place.owner());
    }
    return home;
  }

  /**
   * A document that tells of several is closed by a wall before one of them.
   *
   * @throws NotFound when such a wall stands
   */
  void named(Viewer viewer, String permission, Collection<PersonId> named) {
    access.requireNoWall(
        viewer,
        permission,
        named.stream()
            .flatMap(person -> people.idsOf(person).stream())
            .distinct()
            .map(Subject::of)
            .toList());
  }

  private boolean stays(Viewer viewer, Place place) {
    return place.childFile() != null
        && !files.staying(List.of(place.childFile()), viewer.today()).isEmpty();
  }

  private static boolean everywhere(Viewer viewer, String permission, DocumentKind kind) {
    return viewer.reach(permission) == Reach.ALL
        && viewer.reach(kind.besides().orElse(permission)) == Reach.ALL;
  }

  /**
   * Files in which the child is now.
   *
   * @param asking whether to ask before looking: the child itself may be none of the viewer's
   */
  private Stream<CaseFileId> homes(Viewer viewer, Place place, boolean asking) {
    if (asking && !access.decide(viewer, People.READ, Subject.of(place.person())).allowed()) {
      return Stream.empty();
    }
    return now(viewer, place.person());
  }

  /**
   * Files in which somebody is now, whether or not they are open to the viewer.
   *
   * @throws NotFound when the viewer may not know of the person
   */
  Stream<CaseFileId> now(Viewer viewer, PersonId person) {
    return people.view(viewer, person).files().stream()
        .filter(part -> part.until() == null || !part.until().isBefore(viewer.today()))
        .map(PersonView.FileRef::file);
  }

  /** Those of these kinds of which the viewer has every document, wherever its child went. */
  List<DocumentKind> everywhere(Viewer viewer, String permission, List<DocumentKind> kinds) {
    return kinds.stream().filter(kind -> everywhere(viewer, permission, kind)).toList();
  }

  /** Of these sub-files, those whose child is in no file any more. */
  List<ChildFileId> alone(Viewer viewer, Collection<ChildFileId> children) {
    Set<ChildFileId> staying = files.staying(children, viewer.today());
    return children.stream().filter(child -> !staying.contains(child)).toList();
  }

  /** The file, for whoever may have to do with its documents. */
  CaseFiles.Header file(Viewer viewer, String permission, CaseFileId file) {
    access.require(viewer, permission, Subject.of(file));
    if (!lets(viewer, permission, file)) {
      throw denied(viewer, permission, Subject.of(file));
    }
    return files.header(viewer, file);
  }

  /** Whether the viewer may have to do with the documents of this file; nothing is recorded. */
  boolean lets(Viewer viewer, String permission, CaseFileId file) {
    return opens(viewer, permission, file, RelationKind.informed());
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

package org.opora.documents.store.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.people.People;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.store.domain.Place;

/**
 * Who may have to do with a document: the file or the child's sub-file opens it, what it is may
 * close it, and so does a wall at the family or at whom it is about, under whichever key.
 */
record StoreDoor(Access access, People people, CaseFiles files) {
  /**
   * @throws org.opora.api.faults.NotFound when the viewer may not know of it
   * @throws org.opora.api.faults.NotAllowed when the viewer may know of it, and no more
   */
  void require(Viewer viewer, String permission, Place place, DocumentKind kind) {
    access.require(viewer, permission, place.owner());
    kind.besides().ifPresent(besides -> access.require(viewer, besides, place.owner()));
    List<Subject> around = new ArrayList<>(List.of(Subject.of(place.file())));
    if (place.person() != null) {
      people.idsOf(place.person()).stream().map(Subject::of).forEach(around::add);
    }
    access.requireNoWall(viewer, permission, around);
    if (place.childFile() == null) {
      // A file in the archive is closed to whoever does not lead it, with all that is in it.
      files.header(viewer, place.file());
    }
  }

  /** The file, for whoever may have to do with its documents. */
  CaseFiles.Header file(Viewer viewer, String permission, CaseFileId file) {
    access.require(viewer, permission, Subject.of(file));
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
    return Arrays.stream(DocumentKind.values())
        .filter(
            kind ->
                kind.besides()
                    .map(besides -> access.decide(viewer, besides, Subject.of(file)).allowed())
                    .orElse(true))
        .toList();
  }
}

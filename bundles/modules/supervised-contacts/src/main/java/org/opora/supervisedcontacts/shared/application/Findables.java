package org.opora.supervisedcontacts.shared.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.search.SearchIndex;
import org.opora.api.text.Messages;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

/**
 * Which records are found by words: by the number of the family's file, and by a reference of their
 * own. No word about the child is among them, nor one that many records share: whoever begins to
 * type the name of a family looks for that family.
 */
public record Findables(SearchIndex index, CaseFiles files, Messages messages) {
  /**
   * In the writer's transaction. The same record again replaces its words.
   *
   * @param kind its title is the text {@code search.<kind>}, with the day
   * @param reference of its own; null when it has none
   * @param page of the record, below the module's own path
   */
  public void put(
      Viewer viewer,
      String kind,
      UUID record,
      ChildOfFile whose,
      String reference,
      LocalDate on,
      String page) {
    CaseFiles.Header header = files.headers(viewer, List.of(whose.file())).get(whose.file());
    String number = header == null ? "" : header.number();
    index.put(
        new SearchIndex.NewEntry(
            SupervisedContactsModule.ID,
            kind,
            record,
            Subject.of(whose.childFile()),
            SupervisedContactsModule.READ,
            reference == null ? number : number + " " + reference,
            messages.title("search." + kind, on),
            SupervisedContactsModule.HOME + page));
  }
}

package org.opora.supervisedcontacts.person.application;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.PartRole;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.opora.supervisedcontacts.observations.application.ReportLine;
import org.opora.supervisedcontacts.observations.application.ReportReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the page of a person tells of contacts: of a child its own, of a parent those at which they
 * meet a child, of a carer those of the children who live with them now.
 */
@Component(service = ContactsOfPerson.class)
public final class ContactsOfPerson {
  private static final int REPORTS = 3;
  private final Access access;
  private final People people;
  private final CaseFiles files;
  private final ContactReader contacts;
  private final ReportReader reports;

  @Activate
  public ContactsOfPerson(
      @Reference Access access,
      @Reference People people,
      @Reference CaseFiles files,
      @Reference ContactReader contacts,
      @Reference ReportReader reports) {
    this.access = access;
    this.people = people;
    this.files = files;
    this.contacts = contacts;
    this.reports = reports;
  }

  /**
   * @param reports that nobody has approved yet, of the latest contact first
   */
  public record Around(ContactReader.Nearest contacts, List<ReportLine> reports) {
    public Around {
      reports = List.copyOf(reports);
    }

    public boolean nothing() {
      return contacts.next() == null && contacts.last() == null && reports.isEmpty();
    }
  }

  /**
   * Only of children of whose contacts the viewer may know.
   *
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the person
   */
  public Around of(Viewer viewer, PersonId person) {
    Set<PersonId> keys = people.idsOf(person);
    List<Subject> walls = keys.stream().map(Subject::of).toList();
    access.require(viewer, SupervisedContactsModule.READ, Subject.of(person));
    access.requireNoWall(viewer, SupervisedContactsModule.READ, walls);
    Collection<ChildFileId> children = inCare(viewer, person);
    return new Around(
        contacts.nearest(viewer, keys, children), reports.open(viewer, keys, children, REPORTS));
  }

  /** Children who live with the person now, as far as the viewer may see the family. */
  private Set<ChildFileId> inCare(Viewer viewer, PersonId person) {
    List<CaseFileId> cares =
        people.view(viewer, person).files().stream()
            .filter(part -> part.role().equals(PartRole.CARER.name()))
            .filter(part -> part.until() == null || !part.until().isBefore(viewer.today()))
            .map(PersonView.FileRef::file)
            .distinct()
            .toList();
    return files.headers(viewer, cares).values().stream()
        .flatMap(header -> header.children().stream())
        .map(CaseFiles.Child::file)
        .collect(Collectors.toSet());
  }
}

package org.opora.duties.application;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.opora.api.duties.Duties;
import org.opora.api.files.CareFacts;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;

/** Whom a line is about. */
record Who(Duties.SubjectKind kind, PersonId person, PersonName name, LocalDate birthDate) {
  static Who of(CaseFiles.Carer carer) {
    return new Who(Duties.SubjectKind.CARER, carer.person(), carer.name(), carer.birthDate());
  }

  static Who of(CaseFiles.Child child) {
    return new Who(Duties.SubjectKind.CHILD, child.person(), child.name(), child.birthDate());
  }

  /** Everybody of the family whom the viewer may see. */
  static List<Who> everybody(CareFacts.InForce agreement) {
    return Stream.concat(
            agreement.carers().stream().map(Who::of), agreement.children().stream().map(Who::of))
        .toList();
  }
}

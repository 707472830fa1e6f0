package org.opora.duties.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.Duties.Whom;
import org.opora.api.duties.spi.StaffHere;
import org.opora.api.evidence.About;
import org.opora.api.files.CareFacts;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.PartRole;
import org.opora.api.people.PersonName;

/** Whom a line is about. */
final class Who {
  private Who() {}

  static Whom of(CaseFiles.Carer carer) {
    return new Whom(SubjectKind.CARER, carer.person().value(), carer.name(), carer.birthDate());
  }

  static Whom of(CaseFiles.Child child) {
    return new Whom(SubjectKind.CHILD, child.person().value(), child.name(), child.birthDate());
  }

  static Whom of(SubjectKind kind, CareFacts.Part part) {
    return new Whom(kind, part.person().value(), part.name(), part.birthDate());
  }

  static Whom centre() {
    return new Whom(SubjectKind.CENTRE, About.centre().key(), null, null);
  }

  static Whom of(StaffHere.Member one) {
    return new Whom(SubjectKind.STAFF, one.staff().value(), new PersonName(null, one.name()), null);
  }

  static Whom of(CareFacts.History agreement) {
    return new Whom(SubjectKind.AGREEMENT, agreement.agreement().value(), null, null);
  }

  static Whom of(CareFacts.Prepared agreement) {
    return new Whom(SubjectKind.AGREEMENT, agreement.agreement().value(), null, null);
  }

  static Duties.Family family(CareFacts.Prepared agreement) {
    return new Duties.Family(agreement.file(), agreement.number(), agreement.familyName());
  }

  /** The people of an agreement that a rule is about, as far as the viewer may see them. */
  static List<Whom> of(CareFacts.InForce agreement, Set<SubjectKind> kinds) {
    List<Whom> all = new ArrayList<>();
    agreement.carers().forEach(carer -> all.add(of(carer)));
    agreement.children().forEach(child -> all.add(of(child)));
    return all.stream().filter(one -> kinds.contains(one.kind())).toList();
  }

  /** The people of a file that a rule is about, each once, and the file itself where it is, too. */
  static List<Whom> of(CareFacts.Recorded file, Set<SubjectKind> kinds, SamePeople same) {
    List<Whom> all = new ArrayList<>();
    same.once(file.members(), CareFacts.Member::person).forEach(one -> all.add(of(one)));
    all.add(new Whom(SubjectKind.FILE, file.file().value(), null, null));
    return all.stream().filter(one -> kinds.contains(one.kind())).toList();
  }

  private static Whom of(CareFacts.Member one) {
    SubjectKind kind =
        one.role() == null
            ? SubjectKind.CHILD
            : one.role() == PartRole.CARER ? SubjectKind.CARER : SubjectKind.ADULT;
    return new Whom(kind, one.person().value(), one.name(), one.birthDate());
  }

  static Duties.Family family(CareFacts.Recorded file) {
    return new Duties.Family(file.file(), file.number(), file.familyName());
  }

  static Duties.Family family(CareFacts.InForce agreement) {
    return new Duties.Family(agreement.file(), agreement.number(), agreement.familyName());
  }

  static Duties.Family family(CareFacts.History agreement) {
    return new Duties.Family(agreement.file(), agreement.number(), agreement.familyName());
  }
}

package org.opora.api.duties.spi;

import java.util.List;
import java.util.Set;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.house.spi.Setting;
import org.opora.api.text.Text;

/** A rule that the centre has given itself, in one of the shapes. */
public sealed interface CentreRule permits CentreDeadline, CentreRecurrence, CentreValidity {
  /**
   * Such as {@code supervised-contacts.report}: at most 60 characters, the id of the module before
   * the first point.
   */
  String id();

  /** Name of the duty. */
  Text title();

  /** Children, carers, other adults of a file, the file as a whole. */
  Set<SubjectKind> about();

  /** Kind of the evidence with which it begins: where nothing of it counts, nothing is owed. */
  String begins();

  /**
   * Every kind of evidence that it is reckoned from, {@link #begins} among them. Some bundle has to
   * declare them in {@link org.opora.api.module.spi.Module#evidence}.
   */
  Set<String> evidence();

  /** The numbers of the centre that it is reckoned by. */
  List<Setting> settings();
}

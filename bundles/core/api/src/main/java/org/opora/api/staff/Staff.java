package org.opora.api.staff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/** Members of staff. */
@ProviderType
public interface Staff {
  /** Permission to see who works here: everybody who signs in. */
  String READ = "staff.read";

  /** Permission to add and change staff. */
  String WRITE = "staff.write";

  List<Member> all(Viewer viewer);

  Map<StaffId, String> names(Collection<StaffId> staff);

  StaffId add(Viewer viewer, String name);

  /**
   * Records the member of staff whom an account has just been set up for, in the caller's
   * transaction. Only for set-up, when nobody could be the viewer yet; nothing happens when the
   * member of staff is known.
   */
  void enter(StaffId id, String name);

  /** The member of staff behind a key, when the viewer may see who works here. */
  Member member(Viewer viewer, StaffId staff);

  void rename(Viewer viewer, StaffId staff, long version, String name);

  /**
   * @param name with titles, as written on letters
   */
  record Member(StaffId id, long version, String name) {}
}

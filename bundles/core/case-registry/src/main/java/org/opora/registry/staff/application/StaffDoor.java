package org.opora.registry.staff.application;

import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;

/** Who may open the sheet of a member of staff: whoever leads the staff, and that person. */
record StaffDoor(Access access) {
  /**
   * @throws org.opora.api.faults.NotAllowed for colleagues
   */
  void sheet(Viewer viewer, StaffId staff) {
    access.require(viewer, own(viewer, staff) ? Staff.READ : Staff.WRITE);
  }

  void leads(Viewer viewer) {
    access.require(viewer, Staff.WRITE);
  }

  boolean may(Viewer viewer, StaffId staff) {
    return viewer.may(Staff.WRITE) || own(viewer, staff) && viewer.may(Staff.READ);
  }

  private static boolean own(Viewer viewer, StaffId staff) {
    return viewer.staff().equals(staff);
  }
}

package org.opora.supervisedcontacts.plans.domain;

import java.util.List;

/**
 * Where a child may meet somebody: the codes of the list {@link #LIST} that every centre begins
 * with. What is offered and how it reads is the centre's.
 */
public final class Places {
  public static final String LIST = "contact-place";

  public static final String CENTRE = "CENTRE";
  public static final String PARK = "PARK";
  public static final String PLAYGROUND = "PLAYGROUND";
  public static final String AT_CARER = "AT_CARER";
  public static final String AT_PARENT = "AT_PARENT";
  public static final String PRISON = "PRISON";
  public static final String HOSPITAL = "HOSPITAL";
  public static final String HOME = "HOME";
  public static final String OTHER_PLACE = "OTHER_PLACE";

  /** In the order in which they are offered at first: the centre before what is elsewhere. */
  public static final List<String> FIRST =
      List.of(CENTRE, PARK, PLAYGROUND, AT_CARER, AT_PARENT, PRISON, HOSPITAL, HOME, OTHER_PLACE);

  private Places() {}
}

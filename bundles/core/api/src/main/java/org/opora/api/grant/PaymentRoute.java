package org.opora.api.grant;

/** How the money goes out. */
public enum PaymentRoute {
  /** The supplier's invoice is made out to the centre, which pays it. */
  INVOICE,
  /** The carer paid and is paid back on evidence. */
  REFUND,
  /** A service of the centre's own, paid to nobody outside. */
  OWN_SERVICE
}

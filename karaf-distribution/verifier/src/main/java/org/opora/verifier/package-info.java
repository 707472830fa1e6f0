/**
 * The second opinion on the audit trail. It is written from the description of the format alone
 * (docs/operating.md) and uses nothing but the JDK.
 */
package org.opora.verifier;

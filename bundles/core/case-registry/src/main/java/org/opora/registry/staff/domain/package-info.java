/** A member of staff. */
package org.opora.registry.staff.domain;

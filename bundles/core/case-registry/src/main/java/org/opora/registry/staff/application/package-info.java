/** Use cases about staff. */
package org.opora.registry.staff.application;

/** Pages and forms of staff. */
package org.opora.registry.staff.web;

/** Pages of complaints. */
package org.opora.registry.complaints.web;

/** Pages and forms of incidents. */
package org.opora.registry.incidents.web;

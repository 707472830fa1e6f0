/** Use cases about incidents. */
package org.opora.registry.incidents.application;

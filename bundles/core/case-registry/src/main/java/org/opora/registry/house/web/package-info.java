/** Pages and forms of the house. */
package org.opora.registry.house.web;

/** Pages and forms of plans. */
package org.opora.registry.plans.web;

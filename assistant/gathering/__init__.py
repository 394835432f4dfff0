"""Lists by subject: which of the articles found are about what a list is asked of."""

from assistant.gathering.gather import Gatherer, Member, belonging
from assistant.gathering.membership import Membership

__all__ = ["Gatherer", "Member", "Membership", "belonging"]
